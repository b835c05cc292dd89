"""What Python's email package reads in one message on standard input, as JSON, for SecondReaderTests."""
import email, email.policy, hashlib, json, sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = []
for part in message.walk():
    if part.is_multipart():
        continue
    content = part.get_payload(decode=True)
    parts.append({
        "type": part.get_content_type(), "name": part.get_filename(), "disposition": part.get_content_disposition(), "id": part["Content-ID"],
        "text": part.get_content().replace("\r\n", "\n") if part.get_content_maintype() == "text" and not part.get_filename() else None,
        "sha": hashlib.sha256(content).hexdigest(),
    })
print(json.dumps({
    "subject": message["Subject"], "date": int(message["Date"].datetime.timestamp()), "id": message["Message-ID"],
    "from": [[a.display_name, a.addr_spec] for a in message["From"].addresses], "to": [[a.display_name, a.addr_spec] for a in message["To"].addresses],
    "cc": [[a.display_name, a.addr_spec] for a in message["Cc"].addresses], "references": message["References"],
    "defects": [str(d) for part in message.walk() for d in part.defects] + [str(d) for v in message.values() for d in getattr(v, "defects", [])],
    "parts": parts,
}))
