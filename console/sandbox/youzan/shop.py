"""The shop itself, its categories and pictures, who its users are, reviews (sheets 6, 7.9, 12, 13)."""

from starlette.requests import Request
from starlette.responses import Response

from console.sandbox.context import Context
from console.sandbox.tables import read_table
from console.sandbox.youzan.books import books
from console.sandbox.youzan.call import Api, Call, Row
from console.sandbox.youzan.people import by_names
from console.sandbox.youzan.refusals import Refused

PICTURE_LIMIT = 5 * 1024 * 1024
PICTURE_STARTS = (b"\x89PNG", b"\xff\xd8", b"GIF8", b"RIFF")
NO_USER = (135200021, "绑定关系不存在")


def get(call: Call) -> object:
    """shop.get 3.0.0; the type is a text."""
    return {"id": call.kdt_id, "name": call.ctx.world.shop_name, "logo": _logo(call), "intro": "", "type": "0"}


def basic_get(call: Call) -> object:
    """shop.basic.get 3.0.0."""
    url = call.ctx.base_url
    shop = {"sid": str(call.kdt_id), "name": call.ctx.world.shop_name, "logo": _logo(call), "url": url}
    return shop | {"physical_url": url, "cert_type": 2}


def _logo(call: Call) -> str:
    return f"{call.ctx.base_url}/picture/1.png"


def categories(call: Call) -> object:
    """Two levels; a main category without parts holds itself once more, as in the documented sample."""
    rows = read_table("youzan_categories")
    told = []
    for main in (row for row in rows if row["parent_cid"] == "0"):
        parts = [row for row in rows if row["parent_cid"] == main["cid"]] or [main]
        told.append(
            {
                "cid": int(main["cid"]),
                "parent_cid": 0,
                "name": main["name"],
                "is_parent": True,
                "sub_categories": [_part(row, int(main["cid"])) for row in parts],
            }
        )
    return {"categories": told}


def _part(row: dict[str, str], parent: int) -> Row:
    told: Row = {"cid": int(row["cid"]), "parent_cid": parent, "name": row["name"]}
    return told | {"is_parent": False, "sub_categories": None}


def tags(call: Call) -> object:
    """Item groups: this merchant has made none."""
    return {"tags": []}


def upload(call: Call) -> object:
    """A picture of at most 5 MB, in the part ``image``."""
    if not call.uploads:
        raise Refused(301000002, "参数缺失: image")
    _, content = call.uploads[0]
    if len(content) > PICTURE_LIMIT or not content.startswith(PICTURE_STARTS):
        raise Refused(221000106, "图片地址不规范")
    image_id = call.books.new_id()
    call.books.uploaded[image_id] = content
    call.books.uploads[image_id] = f"{call.ctx.base_url}/youzan-upload/{image_id}"
    call.log(image_id)
    return {"image_id": image_id, "image_url": call.books.uploads[image_id], "kdt_id": call.kdt_id}


async def uploaded_picture(ctx: Context, request: Request) -> Response:
    """An uploaded picture, as it came."""
    content = books(ctx).uploaded.get(int(request.path_params["image_id"]))
    if content is None:
        return Response(status_code=404)
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return Response(content, media_type=kind)


def user_basic(call: Call) -> object:
    """user.basic.get: phone or yz_open_id to the basics."""
    person = by_names(call, NO_USER)
    mobile = call.cipher.encrypt(person.phone)
    return {"yz_open_id": person.yz_open_id, "nick_name": person.nick, "avatar": "", "mobile": mobile}


def users_info(call: Call) -> object:
    """users.info.query: the same, in groups."""
    person = by_names(call, NO_USER)
    told = {
        "primitive_info": {"yz_open_id": person.yz_open_id, "nick_name": person.nick, "avatar": ""},
        "mobile_info": {"mobile_encrypted": call.cipher.encrypt(person.phone), "country_code": "+86"},
        "wechat_info": None,
        "platform_info": None,
    }
    return {"user_list": [told], "latest_info": told}


def reviews(call: Call) -> object:
    """Nobody has written one. The shape is ours."""
    return {"total": 0, "items": []}


APIS = (
    Api("shop.get", ("3.0.0",), get),
    Api("shop.basic.get", ("3.0.0",), basic_get),
    Api("itemcategories.get", ("3.0.0",), categories),
    Api("itemcategories.tags.get", ("3.0.0",), tags),
    Api("materials.storage.platform.img.upload", ("3.0.0",), upload),
    Api("user.basic.get", ("3.0.0", "3.0.1"), user_basic),
    Api("users.info.query", ("1.0.0", "1.0.1"), users_info),
    Api("item.evaluation.query", ("1.0.0",), reviews),
)
