vcl 4.1;

# Varnish 7 in front of the site. Needs varnish-modules (vmod_xkey). Start it with gzip support off, so that the site's own
# brotli and zstd pass through:
#
#   varnishd -a :6081 -f /etc/varnish/broadsheet.vcl -s malloc,512m -p http_gzip_support=off
#
# and set PURGE_VARNISH=http://127.0.0.1:6081 where the site runs. For several instances, the port is that of HAProxy's `inner`
# (8081). Without vmod_xkey, remove the lines that name xkey and set
# PURGE_VARNISH_METHOD=ban.

import xkey;

backend default {
    .host = "127.0.0.1";
    .port = "3000";
    .connect_timeout = 2s;
    .first_byte_timeout = 15s;
    .between_bytes_timeout = 10s;
}

# Who may purge: the machines the site runs on.
acl purgers {
    "localhost";
    "127.0.0.0"/8;
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403));
        }
        if (req.http.tag-ban) {
            ban("obj.http.surrogate-key ~ (^|\s)(" + req.http.tag-ban + ")(\s|$)");
            return (synth(200, "Banned"));
        }
        if (req.http.xkey-purge) {
            set req.http.purged = xkey.purge(req.http.xkey-purge);
            return (synth(200, "Purged " + req.http.purged));
        }
        return (synth(400));
    }

    # Operators ask the site itself.
    if (req.url ~ "^/metrics(\?|$)") {
        return (synth(404));
    }

    # Readers have no cookies that the site reads.
    unset req.http.Cookie;

    # What newsletters and networks add to addresses changes no page.
    if (req.url ~ "[?&](utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)=") {
        set req.url = regsuball(req.url, "([?&])(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)=[^&]*", "\1");
        set req.url = regsuball(req.url, "&&+", "&");
        set req.url = regsub(req.url, "\?&", "?");
        set req.url = regsub(req.url, "[?&]$", "");
    }

    # One copy for each coding, and one for those who would rather have Markdown.
    if (req.http.Accept-Encoding ~ "(^|,)\s*br\s*(,|$)") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(^|,)\s*gzip\s*(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    if (req.http.Accept !~ "text/markdown") {
        unset req.http.Accept;
    }
}

sub vcl_backend_response {
    # Kept by the tags that the site names.
    set beresp.http.xkey = beresp.http.Surrogate-Key;

    # Nothing is served beyond its time unless the site says so: an embargo lifts on the second.
    if (beresp.http.Cache-Control !~ "stale-while-revalidate") {
        set beresp.grace = 0s;
    }

    # Films and other large files pass through in parts.
    if (beresp.http.Content-Length ~ "^[0-9]{8,}$") {
        set beresp.uncacheable = true;
        return (deliver);
    }
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    } else {
        set resp.http.X-Cache = "miss";
    }
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
