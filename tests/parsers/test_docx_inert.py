"""Reading a file opens no connection, starts no process, runs nothing and writes nothing."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from tests.parsers.docx_files import NAME, content_types, docx, para, part, relationships

GREEDY = docx(
    para(NAME, '<w:hyperlink r:id="l"><w:r><w:t> page</w:t></w:r></w:hyperlink>')
    + para('<w:r><w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict></w:r>'),
    {
        "[Content_Types].xml": content_types("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        "word/settings.xml": part("settings", '<w:attachedTemplate r:id="t"/>'),
        "word/_rels/settings.xml.rels": relationships(("t", "attachedTemplate", "http://127.0.0.1:9/t.dotm"), external=("t",)),
    },
    (("l", "hyperlink", "http://127.0.0.1:9/"), ("i", "image", "http://127.0.0.1:9/p.png"), ("s", "settings", "settings.xml")),
    ("l", "i"),
)
WATCHED = """
import sys
events = []
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "pickle.", "urllib.")):
        events.append(event)
    if event == "open" and len(arguments) > 1 and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        events.append(f"open {arguments[0]}")
from resume_match.parsers import read_document
read_document(sys.argv[1])
sys.addaudithook(watch)
document = read_document(sys.argv[1])
print(sorted({str(found.code) for found in document.diagnostics}), events)
"""


def test_a_file_that_asks_for_everything_gets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "resume.docm"
    path.write_bytes(GREEDY)
    code = textwrap.dedent(WATCHED)
    done = subprocess.run([sys.executable, "-B", "-c", code, str(path)], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "['external_reference', 'macros'] []"
    assert done.stderr == ""
    assert [entry.name for entry in tmp_path.iterdir()] == ["resume.docm"]
