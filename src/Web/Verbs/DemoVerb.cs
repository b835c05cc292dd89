using System.CommandLine;
using FirstContact.Demo;
using FirstContact.Mailboxes;
using FirstContact.Webhooks;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact demo</c>: fills an empty desk with a believable company; leaves any other desk alone.</summary>
public static class DemoVerb
{
    public static Command Command
    {
        get
        {
            var demo = new Command("demo", "Fills an empty desk with an invented company, its people and its tickets.");
            demo.SetAction((_, stop) => Fill(stop));
            return demo;
        }
    }

    /// <summary>How to come in: said only on a desk that calls itself a demo.</summary>
    public static async Task<string?> SignInHint(Database database) => await DemoCompany.IsHere(database)
        ? $"Demo: sign in as {DemoCompany.Agent} (agent), {DemoCompany.Customer} (customer) or {DemoCompany.Administrator} (administrator), password {DemoCompany.Password}"
        : null;

    private static async Task<int> Fill(CancellationToken stop)
    {
        await using var host = await DeskHost.Open();
        if (await DemoCompany.IsInUse(host.Database))
        {
            Console.WriteLine("This desk has people already: nothing was added.");
            return FirstContactVerbs.Done;
        }

        var hash = DeskHost.Done(host.Get<Passwords>().Hash(DemoCompany.Password, "", ""));
        using (var progress = new Progress("Telling the demo company's story:"))
            await DemoCompany.Fill(host.Database, host.Get<IClock>(), Settings.Read().TimeZone, hash, host.Get<WebhookSecrets>(), host.Get<MailboxSecrets>(), (done, of) =>
            {
                stop.ThrowIfCancellationRequested();
                progress.Show(done, of);
            });
        Console.WriteLine($"The demo company is here, with {await host.Database.Holds()}.");
        Console.WriteLine(await SignInHint(host.Database));
        return FirstContactVerbs.Done;
    }
}
