"""What Python's email package sees in the messages of a folder: a JSON object a line, for SecondParserTests to compare with."""
import email, email.header, email.policy, email.utils, glob, hashlib, json, os, sys


def decoded(value):
    """A header as text. What is no text at all stays as it is written."""
    value = str(value)
    try:
        words = email.header.decode_header(value)
    except email.errors.HeaderParseError:
        return value
    said = ""
    for word, charset in words:
        if isinstance(word, str):
            said += word
            continue
        try:
            said += word.decode(charset or "ascii", "replace")
        except LookupError:
            said += word.decode("latin-1")
    return " ".join(said.split())


def raw(message, name):
    """All fields of a name, bytes beyond ASCII read as UTF-8 where they are."""
    fields = []
    for key, value in message._headers:
        if key.lower() == name:
            fields.append(str(value).encode("ascii", "surrogateescape").decode("utf-8", "replace").replace("\r", "").replace("\n", ""))
    return fields


def addresses(message, name):
    return [[decoded(n), a] for n, a in email.utils.getaddresses(raw(message, name)) if a]


def date(message):
    for said in raw(message, "date"):
        parsed = email.utils.parsedate_tz(said)
        if parsed:
            try:
                return int(email.utils.mktime_tz(parsed))
            except (ValueError, OverflowError):
                return None
    return None


def text(part, content):
    charset = part.get_content_charset() or "utf-8"
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def leaves(part):
    if part.get_content_type() == "message/delivery-status" or not part.is_multipart():
        yield part
    else:
        for inner in part.get_payload():
            yield from leaves(inner)


def parts(message):
    found = []
    for part in leaves(message):
        if part.get_content_type() == "message/delivery-status":
            # Python makes messages of its blocks, and keeps no bytes.
            found.append({"type": part.get_content_type(), "name": None})
            continue
        content = part.get_payload(decode=True) or b""
        name = part.get_filename()
        seen = {"type": part.get_content_type(), "name": decoded(name) if name else None, "length": len(content), "sha": hashlib.sha256(content).hexdigest()}
        if part.get_content_maintype() == "text":
            seen["text"] = text(part, content)
        found.append(seen)
    return found


def body(content):
    try:
        best = email.message_from_bytes(content, policy=email.policy.default).get_body(("plain",))
    except Exception:
        return None
    return None if best is None or best.is_multipart() else text(best, best.get_payload(decode=True) or b"")


for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.eml"))):
    with open(path, "rb") as file:
        content = file.read()
    message = email.message_from_bytes(content)
    print(json.dumps({
        "file": os.path.basename(path)[:-4], "subject": decoded((raw(message, "subject") or [""])[0]), "from": addresses(message, "from")[:1], "to": addresses(message, "to"), "cc": addresses(message, "cc"),
        "date": date(message), "body": body(content), "parts": parts(message)}))
