"""One Sendung → the bytes of its file and what its profile says about it."""

from collections.abc import Callable, Mapping

from reports.muster.formen.einfach import einfach
from reports.muster.formen.genesis import genesis_alt, genesis_neu
from reports.muster.formen.mappen import amt_breit, amt_lang, ba_jahr, ba_zeitreihe
from reports.muster.formen.schriftstueck import Schriftstueck
from reports.muster.formen.tabellen import inkar, lsn, regionaldatenbank
from reports.muster.plan import Form, Sendung
from reports.muster.texte import Schreiber

__all__ = ["FORMEN", "Schriftstueck"]

FORMEN: Mapping[Form, Callable[[Sendung, Schreiber], Schriftstueck]] = {
    Form.EINFACH: einfach,
    Form.GENESIS_ALT: genesis_alt,
    Form.GENESIS_NEU: genesis_neu,
    Form.REGIONALDATENBANK: regionaldatenbank,
    Form.LSN: lsn,
    Form.INKAR: inkar,
    Form.BA_JAHR: ba_jahr,
    Form.BA_ZEITREIHE: ba_zeitreihe,
    Form.AMT_BREIT: amt_breit,
    Form.AMT_LANG: amt_lang,
}
