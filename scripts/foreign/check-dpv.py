#!/usr/bin/env python3
"""Reads a register in DPV JSON-LD with rdflib and holds it to shapes with pyshacl.

    python3 scripts/foreign/check-dpv.py FILE.jsonld

Exit 0: it is RDF, every DPV term is one of the vocabulary, and the shapes hold. 1: it is not. 77: rdflib or pyshacl is
missing, which counts as skipped.
"""
import json
import sys
from pathlib import Path

try:
    from pyshacl import validate
    from rdflib import Graph, URIRef
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dpv: <https://w3id.org/dpv#> .
@prefix dct: <http://purl.org/dc/terms/> .
[] a sh:NodeShape ; sh:targetClass dpv:ROPA ;
   sh:property [ sh:path dpv:hasPersonalDataProcess ; sh:class dpv:PersonalDataProcess ; sh:minCount 1 ] .
[] a sh:NodeShape ; sh:targetClass dpv:PersonalDataProcess ;
   sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ] ;
   sh:property [ sh:path dpv:hasPurpose ; sh:class dpv:Purpose ] .
"""

root = Path(__file__).resolve().parents[2]
graph = Graph().parse(sys.argv[1], format="json-ld")
terms = json.loads((root / "resources/dpv/terms-2.3.json").read_text("utf-8"))
known = {term["iri"] for term in terms.values()} | {"https://w3id.org/dpv/2.3"}
used = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
unknown = sorted(
    iri for iri in used if iri.startswith("https://w3id.org/dpv") and "/loc#" not in iri and iri not in known
)
conforms, _, report = validate(graph, shacl_graph=Graph().parse(data=SHAPES, format="turtle"))
print(f"{len(graph)} triples, {len(unknown)} terms that are not of DPV 2.3")
for iri in unknown:
    print(iri)
if not conforms:
    print(report)
sys.exit(0 if conforms and not unknown else 1)
