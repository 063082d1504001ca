"""Reads feeds as JSON [{name, text}] from its input, and prints what Python's feedparser makes of each."""

import json
import sys

import feedparser


def read(feed):
    parsed = feedparser.parse(feed["text"].encode())
    entries = [
        {
            "title": entry.title,
            "author": entry.get("author", ""),
            "link": entry.link,
            "published": entry.published_parsed[:6],
            "content": entry.content[0].value if "content" in entry else "",
            "pictures": [content["url"] for content in entry.get("media_content", [])],
        }
        for entry in parsed.entries
    ]
    return {"name": feed["name"], "bozo": bool(parsed.bozo), "language": parsed.feed.get("language", ""), "entries": entries}


json.dump([read(feed) for feed in json.load(sys.stdin)], sys.stdout)
