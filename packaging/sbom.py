"""Write the CycloneDX list of what a build ships: `sbom.py REQUEST.json TARGET.json`.

Called by the build with the environment that has the CycloneDX library. The same request gives the
same bytes.
"""

from __future__ import annotations

import datetime
import json
import sys
import uuid
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL


def component(item: dict[str, Any]) -> Component:
    """Return one entry of the list."""
    name, version = item["name"], item["version"]
    address = PackageURL("pypi" if item["on_index"] else "generic", None, name, version)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=str(address),
        purl=address,
        licenses=[LicenseFactory().make_from_string(item["licence"])],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in item["hashes"]],
    )


def bill(request: dict[str, Any]) -> Bom:
    """Return the whole list; its number and time follow from the request alone."""
    made = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(request, sort_keys=True)))
    made.metadata.timestamp = datetime.datetime.fromtimestamp(request["epoch"], datetime.UTC)
    made.metadata.component = Component(
        name="reviewer",
        version=request["version"],
        type=ComponentType.APPLICATION,
        bom_ref="reviewer",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    components = [component(item) for item in request["software"]]
    made.components.update(components)
    made.register_dependency(made.metadata.component, components)
    return made


def main() -> None:
    """Read the request and write the list."""
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    outputter = make_outputter(bill(request), OutputFormat.JSON, SchemaVersion.V1_6)
    Path(sys.argv[2]).write_text(outputter.output_as_string(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
