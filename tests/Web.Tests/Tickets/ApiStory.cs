using System.Net;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>A ticket on its way, worked by programs.</summary>
public static class ApiStory
{
    public static readonly string[] Replay = ["Open an order", "Press Print label"];

    /// <summary>What each step may well say.</summary>
    private static object Said(CareStep step) => step switch
    {
        CareStep.Greeting => new { how = "by phone" },
        CareStep.Classification => new { requestClass = "Software" },
        CareStep.Statement => new { statement = "All printers of line 2 print blank labels." },
        CareStep.Reproduction => new { outcome = "reproduced", steps = Replay },
        CareStep.Proposal => new { proposal = "Put back the label template of Friday", source = "experience" },
        CareStep.Selection => new { proposal = 1, reason = "Quickest to try and to take back." },
        CareStep.Execution => new { done = "The template of Friday is back in place." },
        CareStep.CraftVerification => new { outcome = "works", how = "Replayed at the printer of line 2", replayed = Replay },
        _ => new { outcome = "works", words = "Prints again, thank you" },
    };

    extension(HttpClient program)
    {
        /// <summary>A new ticket's id; for oneself when no customer is named.</summary>
        public async Task<long> Opens(string title, string? customer = null, string kind = "incident")
        {
            var opened = await program.Send(HttpMethod.Post, "tickets", new
            {
                kind, title, description = "Since this morning every label comes out white.", channel = "phone", impact = "medium", urgency = "medium",
                customer = customer is null ? null : new { email = customer },
            });
            Assert.Equal(HttpStatusCode.Created, opened.Status);
            return (long)opened.Body!["id"]!;
        }

        public async Task<ApiAnswer> Takes(long ticket, CareStep step, object? body = null, string? match = null) =>
            await program.Send(HttpMethod.Post, $"tickets/{ticket}/care/{CarePart.Name(step)}", body ?? Said(step), match);

        /// <summary>Takes all steps up to and with this one; the customer's own is not among them.</summary>
        public async Task TakesUpTo(long ticket, CareStep last)
        {
            foreach (var step in CareSteps.All.Where(s => s <= last && s != CareStep.CustomerVerification))
                Assert.Equal(HttpStatusCode.OK, (await program.Takes(ticket, step)).Status);
            if (last == CareStep.CustomerVerification) await program.Does(ticket, "resolution", new { solution = "The template of Friday is back in place.", nextTime = "Choose the template by its date." });
        }

        /// <summary>What must work.</summary>
        public async Task<ApiAnswer> Does(long ticket, string action, object body)
        {
            var answer = await program.Send(HttpMethod.Post, $"tickets/{ticket}/{action}", body);
            Assert.True((int)answer.Status is 200 or 201, $"{action}: {answer.Status} {answer.Body}");
            return answer;
        }
    }

    /// <summary>
    /// A new ticket, worked by programs alone: each step is the next one in its turn, whoever is behind is told so, an 'it works' that its
    /// words speak against is questioned, what did not hold is tried otherwise, and at last the customer closes.
    /// </summary>
    public static async Task AssertComesToItsVerifiedClose(HttpClient agent, HttpClient customer, long id)
    {
        foreach (var step in CareSteps.All.Where(s => s < CareStep.CustomerVerification))
        {
            var at = await agent.Ask($"tickets/{id}");
            Assert.Equal(CarePart.Name(step), (string?)at.Body!["care"]!["next"]);
            var taken = await agent.Takes(id, step, match: at.Tag);
            Assert.Equal(HttpStatusCode.OK, taken.Status);
            Assert.Equal("done", (string?)taken.Body!["care"]!["steps"]![(int)step]!["state"]);
            Assert.NotEqual(at.Tag, taken.Tag);
            // Who is behind is told so, and nothing is overwritten.
            Assert.Equal(HttpStatusCode.PreconditionFailed, (await agent.Takes(id, step, match: at.Tag)).Status);
            if (step == CareStep.Statement) Assert.Equal(HttpStatusCode.OK, (await customer.Takes(id, step, new { agreed = true })).Status);
        }
        Assert.Equal("resolved", (string?)(await agent.Does(id, "resolution", new { solution = "The template of Friday is back." })).Body!["status"]);

        var doubtful = await customer.Takes(id, CareStep.CustomerVerification, new { outcome = "works", words = "Still does not print." });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ticket.words-say-otherwise"), (doubtful.Status, doubtful.Code));
        Assert.Equal(["words"], doubtful.Fields);
        Assert.Equal("inProgress", (string?)(await customer.Takes(id, CareStep.CustomerVerification, new { outcome = "notYet", words = "Still does not print." })).Body!["status"]);

        await agent.Takes(id, CareStep.Proposal, new { proposal = "Another template" });
        foreach (var step in new[] { CareStep.Selection, CareStep.Execution, CareStep.CraftVerification })
            Assert.Equal(HttpStatusCode.OK, (await agent.Takes(id, step, step == CareStep.Selection ? new { proposal = 2, reason = "The other one failed" } : null)).Status);
        await agent.Does(id, "resolution", new { });
        var closed = await customer.Takes(id, CareStep.CustomerVerification);
        Assert.Equal("closed", (string?)closed.Body!["status"]);
        Assert.Contains((await agent.Ask($"tickets/{id}/journal")).Body!["items"]!.AsArray(), e => (string?)e!["event"] == "ticket.closed" && (string?)e["body"]!["verification"] == "byCustomer");
    }
}
