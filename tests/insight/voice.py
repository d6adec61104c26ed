"""Words that nothing on the screen says of anybody."""

import re

FORBIDDEN = re.compile(
    r"""\b(toxic|score\w*|rank\w*|rating|diagnos\w*|disorder\w*|narciss\w*|avoidant|anxious|attach\w*|abus\w*
    |manipulat\w*|gasligh\w*|borderline|personality|symptom\w*|patholog\w*|unhealthy|healthy|sick|dysfunction\w*
    |certain\w*|definite\w*|proof|proves?|surely|clearly|always|never|must|should|ought|fault|blame\w*|guilt\w*
    |shame\w*|wrong|bad|worse|worst|best|better|loser|selfish|cold|uncaring|lazy|needy|clingy|victim\w*|cruel
    |warning|alert|danger\w*|red\sflag|beware|leave\s(him|her|them)|break\sup|cut\soff|end\sit|deserve\w*
    |love\w*|hate\w*|ignor\w*|neglect\w*|reject\w*|abandon\w*|fail\w*|problem\w*|normal|abnormal|percent)\b
    |%|!|\d\s*/\s*\d""",
    re.IGNORECASE | re.VERBOSE,
)
