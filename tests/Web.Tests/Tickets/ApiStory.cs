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
}
