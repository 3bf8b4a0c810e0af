"""Botocore at the other end of the wire.

Reads a JSON list of cases on standard input and writes one JSON result per case:
  {"service", "operation", "response": text}  ->  what botocore parses from it
  {"service", "operation", "request": params} ->  the body that botocore sends for it
"""
import datetime
import json
import sys

import botocore.parsers
import botocore.serialize
import botocore.session


def plain(value):
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"
    raise TypeError(f"{value!r} has no plain form")


def form(body):
    if not isinstance(body, dict):
        return body.decode() if isinstance(body, bytes) else body
    return botocore.compat.urlencode(body)


session = botocore.session.get_session()
models = {}
for case in json.load(sys.stdin):
    service = case["service"]
    if service not in models:
        models[service] = session.get_service_model(service)
    protocol = "ec2" if service == "ec2" else "json"
    operation = models[service].operation_model(case["operation"])
    if "response" in case:
        answer = {"status_code": 200, "headers": {"x-amzn-requestid": "r"}, "body": case["response"].encode()}
        result = botocore.parsers.create_parser(protocol).parse(answer, operation.output_shape)
        assert result.pop("ResponseMetadata")["RequestId"]
    else:
        serializer = botocore.serialize.create_serializer(protocol, include_validation=False)
        result = form(serializer.serialize_to_request(case["request"], operation)["body"])
    print(json.dumps(result, default=plain))
