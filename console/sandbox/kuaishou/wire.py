"""HTTP as this platform speaks it: fields out of a request, JSON into a response."""

import json
from email.utils import formatdate

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from console.sandbox.kuaishou.call import Upload
from console.sandbox.kuaishou.refusals import Json


async def fields_of(request: Request) -> tuple[dict[str, str], Upload | None]:
    """Query and form (or multipart text parts) as one mapping, the form over the query; and the file part, if any."""
    fields = dict(request.query_params)
    upload = None
    if request.method == "POST":
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    upload = Upload(value.filename or name, await value.read())
                else:
                    fields[name] = value
    return fields, upload


def json_response(body: Json, *, headers: dict[str, str] | None = None) -> Response:
    """HTTP 200 whatever ``result`` says, with the platform's content type."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, media_type="application/json;charset=UTF-8", headers=headers)


def http_date(at: int) -> str:
    """The ``Date`` header of the instant ``at`` (ms UTC)."""
    return formatdate(at / 1000, usegmt=True)
