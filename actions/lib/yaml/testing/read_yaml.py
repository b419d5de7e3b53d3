# Reads YAML with PyYAML (YAML 1.1) and ruamel.yaml (1.2): each line of standard input is a JSON string, each line of
# standard output what the readers make of it, a list of documents each, or null when it is no YAML to them.
import json
import sys

import yaml
from ruamel.yaml import YAML


def tree(value):
    if isinstance(value, dict):
        return {"map": [[tree(key), tree(item)] for key, item in value.items()]}
    if isinstance(value, (list, tuple)):
        return {"list": [tree(item) for item in value]}
    if isinstance(value, str):
        return {"text": value}
    return {"other": type(value).__name__ + " " + repr(value)}


def pyyaml(text):
    return [tree(document) for document in yaml.load_all(text, Loader=yaml.SafeLoader)]


def ruamel(text):
    return [tree(document) for document in YAML(typ="safe", pure=True).load_all(text)]


def read(reader, text):
    try:
        return reader(text)
    except Exception:
        return None


for line in sys.stdin:
    text = json.loads(line)
    answer = {"PyYAML": read(pyyaml, text), "ruamel.yaml": read(ruamel, text)}
    print(json.dumps(answer))
