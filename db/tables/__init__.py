"""The tables. Rules live in the domain; SQLite holds the bounds as a second wall."""

from db.tables import besides, family, meeting, panel, plan, setting, sitting, standing
from db.tables.besides import ContactRow, CorrectionRow, EasyWordsRow, HeardRow, InvitationRow, LeftOpenRow
from db.tables.family import (
    AgreementRow,
    AnswerRow,
    FamilyRow,
    HouseholdRow,
    PersonRow,
    RelationRow,
    SharingRow,
    WorkerRow,
)
from db.tables.kept import Kept
from db.tables.meeting import (
    AttendanceRow,
    ChildWordsRow,
    ClosureRow,
    ContributionRow,
    CopyRow,
    FamilyChangeRow,
    LeadAgreementRow,
    LineRow,
    MeetingRow,
    PriorityRow,
    SafeguardingRow,
    SafetyScoreRow,
    ScoreRow,
    StepTimeRow,
)
from db.tables.plan import ActionRow, KnownRow, PanelItemRow, UpdateRow
from eymeeting.domain.actions import Action, Update
from eymeeting.domain.agreement import Agreement, Answer, Sharing
from eymeeting.domain.contact import Contact
from eymeeting.domain.entry import Entry
from eymeeting.domain.meeting import (
    Attendance,
    ChildWords,
    Closure,
    Contribution,
    Copy,
    Correction,
    EasyWords,
    FamilyChange,
    Heard,
    Invitation,
    LeadAgreement,
    LeftOpen,
    Line,
    Meeting,
    Priority,
    Safeguarding,
    SafetyScore,
    Score,
    StepTime,
)
from eymeeting.domain.panel import Known, PanelItem
from eymeeting.domain.people import Household, Person, Relation, Worker

TABLES: dict[type[Entry], type[Kept]] = {
    Household: HouseholdRow,
    Person: PersonRow,
    Relation: RelationRow,
    Worker: WorkerRow,
    Agreement: AgreementRow,
    Answer: AnswerRow,
    Sharing: SharingRow,
    Meeting: MeetingRow,
    Attendance: AttendanceRow,
    Line: LineRow,
    Score: ScoreRow,
    Contribution: ContributionRow,
    ChildWords: ChildWordsRow,
    Priority: PriorityRow,
    Action: ActionRow,
    Update: UpdateRow,
    Copy: CopyRow,
    FamilyChange: FamilyChangeRow,
    Closure: ClosureRow,
    Safeguarding: SafeguardingRow,
    SafetyScore: SafetyScoreRow,
    LeadAgreement: LeadAgreementRow,
    StepTime: StepTimeRow,
    PanelItem: PanelItemRow,
    Known: KnownRow,
    Invitation: InvitationRow,
    Heard: HeardRow,
    LeftOpen: LeftOpenRow,
    Correction: CorrectionRow,
    Contact: ContactRow,
    EasyWords: EasyWordsRow,
}
"""The table of each kind of entry."""

__all__ = [
    "TABLES",
    "FamilyRow",
    "besides",
    "family",
    "meeting",
    "panel",
    "plan",
    "setting",
    "sitting",
    "standing",
]
