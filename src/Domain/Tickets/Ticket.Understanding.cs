using FirstContact.Guides;

namespace FirstContact.Tickets;

/// <summary>Sorting out what is really wrong, before anybody states it.</summary>
public sealed partial record Ticket
{
    public Understanding Understanding { get; init; } = Understanding.None;

    /// <summary>The category that the answers point to, while it is in another.</summary>
    public Named<CategoryId>? PointedAt => IsOpen && Understanding.Leads is { } leads && leads.Id != Category ? leads : null;

    /// <param name="about">The category whose questions were answered; null when none were.</param>
    /// <param name="surroundings">Null when nothing was said of them.</param>
    public Decision Understand(Named<CategoryId>? about, Seq<GuideAnswer> answers, Named<CategoryId>? leads, Surroundings? surroundings)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        if (Error.Of(surroundings?.Wrong ?? []) is { } no) return no;
        var happened = new List<Event>();
        if (about is { } category && !answers.Equals(Understanding.Answers)) happened.Add(new QuestionsAnswered(category, answers, leads));
        if (surroundings?.Trimmed is { } to && to != Understanding.Surroundings) happened.Add(new SurroundingsNoted(Understanding.Surroundings, to));
        return happened.Count == 0 ? Decision.Nothing : happened.ToArray();
    }

    private Ticket? Understood(Event happened) => happened switch
    {
        QuestionsAnswered e => this with { Understanding = Understanding with { Answers = e.Answers, Leads = e.Leads } },
        SurroundingsNoted e => this with { Understanding = Understanding with { Surroundings = e.To } },
        _ => null,
    };
}
