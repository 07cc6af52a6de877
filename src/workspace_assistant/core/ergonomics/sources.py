"""Where rules and numbers come from: the papers and authorities themselves."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Source

ROSA = Source(
    title="Sonne, Villalta, Andrews 2012, Applied Ergonomics 43:98-108",
    url="https://doi.org/10.1016/j.apergo.2011.03.008",
)
SELF_ASSESSMENT = Source(
    title="Sonne, Andrews 2012, Occupational Ergonomics 10:83-101",
    url="https://doi.org/10.3233/OER-2012-0194",
)
OSHA_CHECKLIST = Source(
    title="OSHA, Computer Workstations eTool, evaluation checklist",
    url="https://www.osha.gov/etools/computer-workstations/checklists/evaluation",
)
OSHA_ENVIRONMENT = Source(
    title="OSHA, Computer Workstations eTool, workstation environment",
    url="https://www.osha.gov/etools/computer-workstations/workstation-environment",
)
HSE_HOME = Source(
    title="HSE, Working with display screen equipment at home",
    url="https://www.hse.gov.uk/msd/dse/home-working.htm",
)
ASR_LIGHT = Source(
    title="ASR A3.4 Lighting, German technical rule for workplaces",
    url="https://www.baua.de/DE/Angebote/Regelwerk/ASR/ASR-A3-4",
)
ASR_TEMPERATURE = Source(
    title="ASR A3.5 Room temperature, German technical rule for workplaces",
    url="https://www.baua.de/DE/Angebote/Regelwerk/ASR/ASR-A3-5",
)
ASR_NOISE = Source(
    title="ASR A3.7 Noise, German technical rule for workplaces",
    url="https://www.baua.de/DE/Angebote/Regelwerk/ASR/ASR-A3-7",
)
WHO_NOISE = Source(
    title="WHO, Guidelines for community noise, 1999, section 4.2.1",
    url="https://iris.who.int/handle/10665/66217",
)
SPEECH_NOISE = Source(
    title="Haapakangas, Hongisto, Liebl 2020, Indoor Air 30:1130-1146",
    url="https://doi.org/10.1111/ina.12726",
)
