"""What drifts, and what is looked at again after the work has ended"""

from alembic import op
import sqlalchemy as sa


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # How each family stands is worked out anew after every upgrade: nothing of it has to be kept.
    op.drop_table('standing')
    op.create_table('standing',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('has_met', sa.Boolean(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=True),
    sa.Column('agreed_time', sa.String(), nullable=True),
    sa.Column('agreed_place', sa.String(), nullable=True),
    sa.Column('goes_on', sa.Boolean(), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=True),
    sa.Column('no_day_since', sa.Date(), nullable=True),
    sa.Column('first_from', sa.Date(), nullable=True),
    sa.Column('dues', sa.String(), nullable=False),
    sa.Column('copies_on', sa.Date(), nullable=True),
    sa.Column('copies_made', sa.Integer(), nullable=False),
    sa.Column('open_since', sa.Date(), nullable=True),
    sa.Column('reviews', sa.Integer(), nullable=False),
    sa.Column('moves', sa.Integer(), nullable=False),
    sa.Column('stood', sa.Integer(), nullable=False),
    sa.Column('late_by', sa.Integer(), nullable=False),
    sa.Column('check_on', sa.Date(), nullable=True),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('oldest_due', sa.Date(), nullable=True),
    sa.Column('name_order', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family')
    )
    op.create_index('by_name', 'standing', ['name_order', 'family'], unique=False)
    for name, columns in (
        ('review_due', ['review_on', 'planned_on']),
        ('no_day_yet', ['no_day_since']),
        ('first_meeting_due', ['first_from', 'planned_on']),
        ('oldest_action', ['oldest_due']),
        ('copies_due', ['copies_on', 'copies_made']),
        ('drifting', ['open_since', 'family', 'reviews', 'moves', 'stood', 'late_by']),
        ('check_due', ['check_on']),
    ):
        held = sa.text(f'{columns[0]} IS NOT NULL')
        op.create_index(name, 'standing', columns, unique=False, sqlite_where=held)
    op.execute(
        'ALTER TABLE meeting ADD COLUMN going_to VARCHAR CONSTRAINT going_to_is_known CHECK ("going_to" IN'
        " ('carry_on', 'lighter_touch', 'close', 'step_up', 'step_down', 'adjourned', 'did_not_happen'))"
    )
    # Why the work ends need not be said: SQLite lets a column be empty in a new table alone.
    op.rename_table('closure', 'closure_before')
    op.create_table('closure',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('meeting', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('who_to_call', sa.String(), nullable=True),
    sa.Column('keep_doing', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('family_said', sa.String(), nullable=True),
    sa.Column('handed_to', sa.String(), nullable=True),
    sa.Column('level_of_need', sa.Integer(), nullable=True),
    sa.Column('later_check', sa.Date(), nullable=True),
    sa.Column('helpfulness', sa.Integer(), nullable=True),
    sa.Column('said_by', sa.String(), nullable=True),
    sa.CheckConstraint('"helpfulness" BETWEEN 1 AND 10', name='helpfulness_in_range'),
    sa.CheckConstraint('"level_of_need" BETWEEN 1 AND 4', name='level_of_need_in_range'),
    sa.CheckConstraint('"reason" IN (\'needs_met\', \'one_agency_will_finish\', \'social_care_took_the_lead\', \'family_chose_to_stop\', \'could_not_reach_the_family\', \'moved_away\', \'opened_in_error\')', name='reason_is_known'),
    sa.ForeignKeyConstraint(['family', 'meeting'], ['meeting.family', 'meeting.id'], initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    kept = ', '.join((
        'family', 'id', '"position"', 'meeting', 'reason', 'who_to_call', 'keep_doing', 'family_said',
        'handed_to', 'level_of_need', 'later_check', 'helpfulness',
    ))
    op.execute(f'INSERT INTO closure ({kept}) SELECT {kept} FROM closure_before')
    op.drop_table('closure_before')
