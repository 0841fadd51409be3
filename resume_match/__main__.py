"""`python -m resume_match` is the command line."""

from resume_match.cli import main

if __name__ == "__main__":
    main()
