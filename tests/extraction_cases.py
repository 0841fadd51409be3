"""What a careful reader finds in a statement, written down before the finder was: 100 literal cases of `test_extraction_cases.py`.

Conventions:
- One `Did` for each action. `action` is the verb as printed, or the action noun ("management", "rollout"); of "was responsible for" it is
  "responsible for". Coordinated actions share what they act on.
- `object` is the noun phrase acted on, its "of" phrases included, up to the first preposition that opens a scope; of a passive verb it
  is what stands before the verb.
- `scope` is the phrase that says where, for whom or with whom. `result` is the measured outcome with the words that open it ("by 25%").
- None means that the statement does not say.
- A `Skill` is a phrase that names an ability and no deed ("problem solving" too, whose words are an action's).
- A clause that only tells which ("projects led by the director") stays with its object.
- `actor` is "employer" or "other" where somebody else acts; `negated` and `wished` mark what is absent or only wanted or learned.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Did:
    """An experience phrase as a reader takes it."""

    action: str
    object: str | None = None
    scope: str | None = None
    result: str | None = None
    actor: str = "applicant"
    negated: bool = False
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill phrase as a reader takes it."""

    phrase: str
    actor: str = "applicant"
    negated: bool = False
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A statement, the section it stands in, and what must be found in it."""

    section: str
    statement: str
    expected: tuple[Did | Skill, ...]


def _did(statement: str, *expected: Did | Skill, section: str = "experience") -> Case:
    return Case(section, statement, expected)


def _listed(statement: str, *phrases: str) -> Case:
    return Case("skills", statement, tuple(Skill(phrase) for phrase in phrases))


BULLETS = (
    _did("Defined product requirements for the claims portal", Did("Defined", "product requirements", "for the claims portal")),
    _did("Reduced cycle time by 25%", Did("Reduced", "cycle time", None, "by 25%")),
    _did("Cut onboarding from 12 days to 5", Did("Cut", "onboarding", None, "from 12 days to 5")),
    _did("Negotiated supply contracts with four mills", Did("Negotiated", "supply contracts", "with four mills")),
    _did("Launched a mobile wallet in three countries", Did("Launched", "a mobile wallet", "in three countries")),
    _did("Built the product roadmap", Did("Built", "product roadmap")),
    _did("Increased conversion by 8 points", Did("Increased", "conversion", None, "by 8 points")),
    _did("Interviewed 45 restaurant owners", Did("Interviewed", "45 restaurant owners")),
    _did("Presented findings to the board", Did("Presented", "findings", "to the board")),
    _did("Organized the annual gala for 450 guests", Did("Organized", "the annual gala", "for 450 guests")),
    _did("Trained 60 cashiers on the new returns policy", Did("Trained", "60 cashiers", "on the new returns policy")),
    _did("Managed a budget of $3.2M", Did("Managed", "a budget of $3.2M")),
    _did("Mentors two junior analysts", Did("Mentors", "two junior analysts")),
    _did("Wrote acceptance criteria for the payments squad", Did("Wrote", "acceptance criteria", "for the payments squad")),
    _did("Automated the monthly close, saving 30 hours", Did("Automated", "the monthly close", None, "saving 30 hours")),
    _did("Renegotiated freight rates, resulting in $2M savings", Did("Renegotiated", "freight rates", None, "resulting in $2M savings")),
    _did(
        "Redesigned the sign-up form for clinics, increasing completion by 20%",
        Did("Redesigned", "the sign-up form", "for clinics", "increasing completion by 20%"),
    ),
    _did("Grew annual revenue from $4M to $9M", Did("Grew", "annual revenue", None, "from $4M to $9M")),
    _did("Streamlined invoicing across six depots", Did("Streamlined", "invoicing", "across six depots")),
    _did("• Resolved billing disputes with wholesale customers", Did("Resolved", "billing disputes", "with wholesale customers")),
    _did("- Tracked competitor prices in 40 supermarkets", Did("Tracked", "competitor prices", "in 40 supermarkets")),
    _did(
        "Successfully closed licensing agreements with three broadcasters", Did("closed", "licensing agreements", "with three broadcasters")
    ),
    _did("Recruited nine engineers in Lisbon", Did("Recruited", "nine engineers", "in Lisbon")),
    _did("Prepared weekly KPI reports for the executive committee", Did("Prepared", "weekly KPI reports", "for the executive committee")),
    _did("Tested three versions of the form", Did("Tested", "three versions of the form")),
    _did("Halved support calls within one year", Did("Halved", "support calls", "within one year")),
    _did("Diagnosed faults at customer sites", Did("Diagnosed", "faults", "at customer sites")),
    _did("Lowered scrap by a third through weekly audits", Did("Lowered", "scrap", None, "by a third")),
    _did("Surveyed 400 carriers", Did("Surveyed", "400 carriers")),
)

SENTENCES = (
    _did("I managed a team of six nurses.", Did("managed", "a team of six nurses")),
    _did(
        "In 2019 I led the rollout of a new ward system across four hospitals.",
        Did("led", "the rollout of a new ward system", "across four hospitals"),
    ),
    _did("She also coaches new hires in the finance department.", Did("coaches", "new hires", "in the finance department")),
    _did("I have negotiated leases for eleven shops.", Did("negotiated", "leases", "for eleven shops")),
    _did("We shipped the first version to 90 pilot accounts.", Did("shipped", "the first version", "to 90 pilot accounts")),
    _did("My work reduced returns by 12%.", Did("reduced", "returns", None, "by 12%")),
    _did("Currently managing the vendor portfolio for the region.", Did("managing", "the vendor portfolio", "for the region")),
    _did("Over two years I built a sales team of ten.", Did("built", "a sales team of ten")),
    _did("I am responsible for pricing in the Nordic market.", Did("responsible for", "pricing", "in the Nordic market")),
    _did("Experienced in leading design teams.", Did("leading", "design teams"), section="summary"),
    _did("Known for resolving conflicts between departments.", Did("resolving", "conflicts", "between departments"), section="summary"),
    _did("I analyze incident logs to find patterns.", Did("analyze", "incident logs")),
)

RESPONSIBLE = (
    _did("Responsible for the product backlog", Did("Responsible for", "the product backlog")),
    _did("Was responsible for vendor contracts in Spain", Did("responsible for", "vendor contracts", "in Spain")),
    _did("Responsible for managing a fleet of 30 vans", Did("managing", "a fleet of 30 vans")),
    _did("In charge of inventory for two warehouses", Did("In charge of", "inventory", "for two warehouses")),
    _did("Accountable for quarterly sales targets", Did("Accountable for", "quarterly sales targets")),
    _did("Duties included preparing payroll for 80 employees", Did("preparing", "payroll", "for 80 employees")),
    _did("Tasked with reducing churn by 3 points", Did("reducing", "churn", None, "by 3 points")),
    _did("Took ownership of the returns process", Did("Took ownership of", "the returns process")),
)

SEVERAL = (
    _did(
        "Collected, documented and assessed business requirements",
        Did("Collected", "business requirements"),
        Did("documented", "business requirements"),
        Did("assessed", "business requirements"),
    ),
    _did(
        "Designed and launched a loyalty program for commuters",
        Did("Designed", "a loyalty program", "for commuters"),
        Did("launched", "a loyalty program", "for commuters"),
    ),
    _did("Hired three engineers and ran their one-to-ones", Did("Hired", "three engineers"), Did("ran", "their one-to-ones")),
    _did("Wrote user stories, groomed the backlog and accepted releases", Did("Wrote", "user stories"), Did("groomed", "the backlog")),
    _did("Managed vendors; negotiated annual contracts", Did("Managed", "vendors"), Did("negotiated", "annual contracts")),
    _did(
        "Plan and coordinate conferences for dentists",
        Did("Plan", "conferences", "for dentists"),
        Did("coordinate", "conferences", "for dentists"),
    ),
    _did(
        "Analyzed market trends and presented findings to investors",
        Did("Analyzed", "market trends"),
        Did("presented", "findings", "to investors"),
    ),
    _did(
        "Led, coached & motivated a team of eight",
        Did("Led", "a team of eight"),
        Did("coached", "a team of eight"),
        Did("motivated", "a team of eight"),
    ),
    _did(
        "Developed the training plan. Delivered workshops to 200 teachers.",
        Did("Developed", "the training plan"),
        Did("Delivered", "workshops", "to 200 teachers"),
    ),
    _did("Reviewed bids, selected suppliers, and signed agreements", Did("Reviewed", "bids"), Did("signed", "agreements")),
    _did(
        "Identified bottlenecks and reduced waiting times by 40%",
        Did("Identified", "bottlenecks"),
        Did("reduced", "waiting times", None, "by 40%"),
    ),
)

PASSIVE = (
    _did("Contracts were negotiated with six ports", Did("negotiated", "Contracts", "with six ports")),
    _did("Requirements were gathered from branch staff", Did("gathered", "Requirements", "from branch staff")),
    _did("Two products were launched in 2020", Did("launched", "Two products", "in 2020")),
    _did("Costs were reduced by 15%", Did("reduced", "Costs", None, "by 15%")),
    _did("Monthly reports were prepared for the trustees", Did("prepared", "Monthly reports", "for the trustees")),
)

NOUN_STYLE = (
    _did("Management of a regional sales team", Did("Management", "a regional sales team")),
    _did("Development of the pricing strategy for spare parts", Did("Development", "the pricing strategy", "for spare parts")),
    _did("Preparation of annual budgets", Did("Preparation", "annual budgets")),
    _did("Negotiation of leases with landlords", Did("Negotiation", "leases", "with landlords")),
    _did("Implementation of a ticketing system across nine offices", Did("Implementation", "a ticketing system", "across nine offices")),
    _did("Coordination of volunteers at three festivals", Did("Coordination", "volunteers", "at three festivals")),
    _did("Supervision of twelve line cooks", Did("Supervision", "twelve line cooks")),
    _did("Analysis of competitor prices", Did("Analysis", "competitor prices")),
)

FRAGMENTS = (
    _did("market and budget planning", Did("planning", "budget")),
    _did("including managing three product managers", Did("managing", "three product managers")),
    _did("(presented quarterly results to lenders)", Did("presented", "quarterly results", "to lenders")),
    _did("while reducing overtime by 10%", Did("reducing", "overtime", None, "by 10%")),
    _did("Key achievements: launched two insurance riders", Did("launched", "two insurance riders")),
)

SKILLS_LISTS = (
    _listed("Negotiation", "Negotiation"),
    _listed("Python, SQL, Tableau", "Python", "SQL", "Tableau"),
    _listed("Market research, competitive analysis, pricing", "Market research", "competitive analysis", "pricing"),
    _listed("Tools: Jira, Figma, Looker", "Jira", "Figma", "Looker"),
    _listed("Stakeholder management | Public speaking | Budgeting", "Stakeholder management", "Public speaking", "Budgeting"),
    _listed("C#/.NET, Node.js/React", "C#", ".NET", "Node.js", "React"),
    _listed("Excellent verbal and written communication", "Excellent verbal and written communication"),
    _listed("Problem solving • Time management • Teamwork", "Problem solving", "Time management", "Teamwork"),
    _listed("A/B testing; user interviews; OKRs", "A/B testing", "user interviews", "OKRs"),
    Case("summary", "Strong analytical skills", (Skill("Strong analytical skills"),)),
    Case("summary", "Excellent negotiator", (Skill("Excellent negotiator"),)),
)

NOT_SHOWN = (
    _did("No experience in project management", Skill("project management", negated=True), section="summary"),
    _did("Have not managed direct reports", Did("managed", "direct reports", negated=True)),
    _did("Never negotiated contracts", Did("negotiated", "contracts", negated=True)),
    _did("Without managing a budget", Did("managing", "a budget", negated=True)),
    _did("Seeking to lead a product team", Did("lead", "a product team", wished=True), section="summary"),
    _did("Looking to develop negotiation skills", Did("develop", "negotiation skills", wished=True), section="summary"),
    _did("Hoping to manage engineers in a larger firm", Did("manage", "engineers", "in a larger firm", wished=True), section="summary"),
    _did("Eager to learn market research", Did("learn", "market research", wished=True), section="summary"),
)

OTHERS = (
    _did("Supported projects led by the operations director", Did("Supported", "projects")),
    _did("Presented analysis and reports to the board", Did("Presented", "analysis and reports", "to the board"), Did("analysis", None)),
    _did("Have not yet presented results to executives", Did("presented", "results", "to executives", negated=True)),
    _did("The company launched three apps in 2018", Did("launched", "three apps", "in 2018", actor="other")),
    _did("My manager negotiated the contracts", Did("negotiated", "the contracts", actor="other")),
    _did(
        "A leading provider of payroll software for dentists",
        Skill("A leading provider of payroll software for dentists", actor="employer"),
    ),
)

CASES = (
    *BULLETS, *SENTENCES, *RESPONSIBLE, *SEVERAL, *PASSIVE, *NOUN_STYLE, *FRAGMENTS, *SKILLS_LISTS, *NOT_SHOWN, *OTHERS,
)  # fmt: skip
