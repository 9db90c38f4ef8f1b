"""The workbench: a case in the browser, read, checked and decided there; and the same questions as a REST API.

    app        puts the parts together: `create_app`
    serving    opens the case and the port: `serve`
    desk       what every request works with: the case, its queue, who may do what
    guards     what every request passes first: host, origin, person, size and time of its body; headers of the answer
    people     who may come in: names, passwords, sessions, and patience with wrong ones
    pool       the processes that read pages in the background; worker is what runs in them
    screens/   the views, a module each: pages of HTML, rendered here
    drawing/   timeline and network as places and lines; the templates make SVG of them
    api/       the REST API under /api/v1
    templates/ static/   what the views look like

In: a `Case` and requests. Out: HTML, JSON. No SQL, nothing inferred; the records of `views` are what is shown. It needs
the extra `web`; nothing outside this room imports it but the command `serve`.
"""
