using FirstContact.Classifying;
using FirstContact.Guides;
using FirstContact.Lists;
using FirstContact.Macros;
using FirstContact.Measures;
using FirstContact.Notices;
using FirstContact.Policies;
using FirstContact.Writing;

namespace FirstContact.Tickets;

/// <summary>
/// The ticket's page: as it is, or after a command that said no, with the message at its part, all that was typed, and what
/// others did meanwhile. Agents and customers have one address and each their own page.
/// </summary>
public sealed class TicketScreen(Desk desk, IClock clock)
{
    /// <param name="part">Where on the page the form stands, so that its messages come back to it.</param>
    /// <param name="called">How this form calls a field that the desk calls otherwise: no two fields of the page may have one name.</param>
    public async Task<IResult> Run(TicketCommand command, WebCall call, Form form, string part, Func<string, string>? called = null)
    {
        var result = await desk.Do(command, call.Of(form));
        if (result.Is(out var ticket, out var no)) return On(form, ticket.Number);
        return await Again(command.On, call, form, part, called is null ? no : Error.Of(no.All.Select(e => e.Field is { } field ? e.At(called(field)) : e))!);
    }

    /// <summary>A form that asks what is asked of the ticket's category, and where and since when it is so.</summary>
    public async Task<IResult> RunUnderstanding(TicketAt number, Func<Told, TicketCommand> command, WebCall call, Form form, string part)
    {
        var category = (await desk.Ask(new DescribeTicket(number), call.Caller)).Value?.Ticket.Category;
        var guide = (await desk.Ask(new ListGuides(), call.Caller)).Value!.FirstOrDefault(g => g.Category.Id == category)?.Guide;
        return await Run(command(new(GuideForm.Answers(form, guide, serves: true), SurroundingsPart.Of(form))), call, form, part, field => GuideForm.Called(field, category));
    }

    /// <summary>Where one goes when all went well: back to the ticket, or on to the next.</summary>
    /// <param name="back">The ticket that one goes back to, when it is another.</param>
    public static IResult On(Form form, string number, string? back = null) => new SeeOther(form["then"] == "next" ? $"/next?after={number}" : $"/t/{back ?? number}");

    public async Task<IResult> Again(TicketId id, WebCall call, Form form, string part, Error no)
    {
        if (no.Kind is ErrorKind.Missing or ErrorKind.Forbidden) return no.Page();
        var changes = no.Kind == ErrorKind.Stale && form.Version is { } seen ? (await desk.Ask(new ShowChanges(id, seen), call.Caller)).Value : null;
        return await Show(id, call.Caller, part, m => m with { Part = part, Typed = form, Error = no, Changes = changes }, (part, form, no));
    }

    /// <param name="batch">What was done to it just now, to be told and undone.</param>
    public async Task<IResult> Show(TicketId id, Caller caller, string? step, TimelineShown shown, BatchId? batch = null)
    {
        // Whoever opens it has seen what happened on it.
        if ((await desk.Ask(new CountNews(), caller)).Value?.Has(id) == true) await desk.Do(new SeeNews(id), new(caller, "page"));
        var done = batch is { } ran ? (await desk.Ask(new ShowBatch(ran), caller)).Value : null;
        return await Show(id, caller, step, m => m with { Shown = shown, Done = done?.Items.Any(i => i.Ticket == id.Value) == true ? done : null }, null);
    }

    private async Task<IResult> Show(TicketId id, Caller caller, string? step, Func<TicketModel, TicketModel> with, (string Part, Form Form, Error No)? refused)
    {
        if (!(await desk.Ask(new ShowTicket(id), caller)).Is(out var view, out var no)) return no.Page();
        var (status, muted) = (refused?.No.Status() ?? 200, (await desk.Ask(new CountNews(), caller)).Value?.Muted(id) == true);
        if (!caller.May(TicketPermissions.SeeAll))
            return FirstContact.Kit.Show.Page<MyTicketPage, MyTicketModel>(new(view, caller, refused?.Part, refused?.Form, refused?.No) { Muted = muted, Clocks = (await desk.Ask(new Clocks.ListTicketClocks(id), caller)).Value ?? [] }, status);

        var macros = caller.May(TicketPermissions.Work) ? (await desk.Ask(new ListMacros(), caller)).Value! : [];
        var model = new TicketModel(view, await Choices.Ask(desk, caller), caller, StepOf(step), TimelineShown.All, step ?? "")
        {
            Suggested = await Suggested(view.Ticket, caller, StepOf(step) ?? view.Ticket.Next(view.Policy)),
            Experience = await Experience(view.Ticket, caller, StepOf(step) ?? view.Ticket.Next(view.Policy)),
            Macros = [.. macros.Where(m => m.Usable).Select(m => m.Macro)], Writing = (await desk.Ask(new ShowWriting(id), caller)).Value ?? TicketWriting.None, Here = desk.Presence.At($"{Ticket.Subject}/{view.Ticket.Key}"),
            Muted = muted,
            Clocks = (await desk.Ask(new Clocks.ListTicketClocks(id), caller)).Value ?? [],
            Mails = (await desk.Ask(new Mail.ListTicketMail(id), caller)).Value ?? [],
            Readers = (await desk.Ask(new ListReplyReaders(id, new(view.Ticket.Customer, view.Ticket.Assignee, view.Ticket.Watchers, view.Ticket.Channel)), caller)).Value ?? [],
            Letters = (await desk.Ask(new Sending.ListTicketLetters(id), caller)).Value ?? [],
            Faults = (await desk.Ask(new ShowMeasureRules(), caller)).Is(out var rules, out _) ? TicketFaults.Of(view, rules, clock.GetCurrentInstant()) : [],
        };
        return FirstContact.Kit.Show.Page<TicketPage, TicketModel>(with(model), status);
    }

    /// <summary>Asked where it is shown: at its step, and as long as nobody has looked at what the desk did by itself.</summary>
    private async Task<SuggestedView> Suggested(Ticket ticket, Caller caller, CareStep? step) =>
        ticket.IsOpen && caller.May(TicketPermissions.Work) && (step == CareStep.Classification || ticket.SelfTaken.Count > 0)
            ? (await desk.Ask(new SuggestClassification(ticket.Title, ticket.Description), caller)).Value ?? SuggestedView.None
            : SuggestedView.None;

    private async Task<IReadOnlyList<Experience>> Experience(Ticket ticket, Caller caller, CareStep? step) =>
        ticket.IsOpen && caller.May(TicketPermissions.Work) && step is CareStep.Proposal or CareStep.Selection ? (await desk.Ask(new FindExperience(ticket.Id), caller)).Value ?? [] : [];

    private static CareStep? StepOf(string? name) => Enum.TryParse<CareStep>(name, true, out var step) && !char.IsDigit(name![0]) ? step : null;
}
