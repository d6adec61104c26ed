"""What ratings cannot judge, and who can help: the same words in every country, with no number of any."""

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.steps import Step


def who_can_help() -> tuple[Step, ...]:
    """Return a few kind sentences for somebody who is afraid."""
    return (
        Step(
            heading=tr("What is written here cannot tell whether you are safe"),
            rule=tr(
                "Fear, threats, being controlled or hurt are not a matter of counting moments. "
                "If something feels dangerous, trust that, whatever a reading says."
            ),
        ),
        Step(
            heading=tr("People who can help"),
            rule=tr(
                "Somebody you trust. A doctor, a counsellor, a teacher. A helpline or a shelter for people "
                "who are hurt or controlled by someone close: most countries have one, often free and at any "
                "hour, and they listen without deciding for you. If you are in danger now, the emergency "
                "number where you are."
            ),
        ),
        Step(
            heading=tr("Looking for them safely"),
            rule=tr(
                "If someone may look at this computer or your phone, use another one to search or to call. "
                "It does not have to be sure, and it does not have to be bad enough, to ask."
            ),
        ),
    )
