using System.Globalization;

namespace FirstContact.Bench;

/// <summary>docs/benchmarks.md around its tables.</summary>
internal static class Prose
{
    public static string Page(LocalDate day, string machine, string tables, string keyboard, IReadOnlyList<string> notes) => string.Create(CultureInfo.InvariantCulture, $$"""
        # Benchmarks

        Written by `bin/bench` on {{day}}, on {{machine}}, which also ran the load and PostgreSQL. `bin/bench quick` is a short try; `bin/bench NAME [SIZE]` measures one of
        create, queue, ticket, search, wire, memory, live, agents; `bin/bench plans [SIZE]` shows how the engines find what the desk asks by itself; `bin/bench morning` counts keys.

        {{tables}}
        {{keyboard}}
        ## How to read this

        - **Ratios, not rates.** Each figure stands beside the raw engine on the same data, on the same machine, within the same seconds: rounds of two seconds take turns, raw and product, small
          desk and large. A cell is the median of the rounds with the least and the most of them in brackets. On a shared machine the same round differs by a third from one minute to the
          next; the ratio within a round much less. A median that lies closer to its goal than half its spread says neither met nor missed.
        - **Processor time** is that of the process alone that answers: the product's, or the raw client's, with SQLite in it and PostgreSQL's own not. It minds others on the machine the least.
        - **Raw** is the very statements of the product, written down while it answers those requests once warm, then replayed by as many clients on prepared statements over connections with
          the product's own settings, and nothing else: no HTTP, no permission, no page. On SQLite it shares one durable commit among all that wait, as the product does. It writes the search
          index in batches, as the product does. It creates tickets in a twin of the desk, so that neither has the other's rows in its way.
        - **The load** over HTTP is wrk, on the same machine: what it uses, the product lacks. Pages are whole, uncompressed and asked for by an agent who is signed in; the queue pages of
          ten teams and two hundred tickets take turns.
        - **The desks** have 2,000 people, 10 teams, 20 services, 30 categories; one ticket in twenty is open, priorities are mixed in each team, each ticket has its journal, one in a hundred has ten
          messages. The 38,269 texts are real tickets where their file is beside the checkout, and generated where it is not; the million is generated with words as unequal in frequency as those of a language.
        - **Live pages** are streams that stay open, each on a connection of its own: what 500 of them add to the resident memory of the published program, a few hundred ordinary pages after they were
          opened. A list watches all tickets, a page its own. From a reply means: from before it is sent over the API until the client has read the last of the streams that it concerns.
        - **Fifty agents** read, write, assign, tag, merge, split, put aside and take the steps of the care, half a second of thought in between, for a minute after a warm-up. Times are the client's, on the same
          machine: from the first byte sent to the last one read. Who is told that a colleague was quicker (409, 412) reads the page again, as a person would; that is a collision and no error. Alone: one agent
          by himself, and the very statements of his requests replayed in the same order on a copy of the same desk.
        - **Bytes** are counted on the socket with headers. A KB is 1,000 bytes, an MB of memory 1,048,576. Memory under load is the highest that the process ever held through all the loads above.

        ## What each request asks of the engine

        {{string.Join('\n', notes.Select(n => "- " + n))}}

        """);
}
