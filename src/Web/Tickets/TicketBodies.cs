using System.Text.Json;
using System.Text.Json.Serialization;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed record EmailBody(string? Email);

/// <summary>What came out when somebody asked.</summary>
/// <param name="Answers">To what is asked of the ticket's category, by the numbers of the questions.</param>
public sealed record UnderstandingBody(Dictionary<int, string?>? Answers = null, string? Device = null, string? Place = null, string? Since = null, string? Changed = null)
{
    internal Told Told() => new(Answers is null ? null : [.. Answers.Select(a => new Guides.GuideTyped(a.Key, a.Value))], (Device ?? Place ?? Since ?? Changed) is null ? null : new(Device, Place, Since, Changed));
}

public sealed record AnsweredJson(int No, string Question, string Said);

/// <param name="Suggested">The category that the answers point to, while it stands in another.</param>
public sealed record UnderstandingJson(IReadOnlyList<AnsweredJson> Answers, string? Device, string? Place, string? Since, string? Changed, string? Suggested)
{
    public static UnderstandingJson Of(Ticket t, bool agent)
    {
        var (u, s) = (t.Understanding, t.Understanding.Surroundings);
        return new([.. u.Answers.Select(a => new AnsweredJson(a.No, a.Question, a.Said))], s.Device, s.Place, s.Since, s.Changed, agent ? t.PointedAt?.Name : null);
    }
}

public sealed record OpenTicketBody(
    TicketKind? Kind, string? Title, string? Description, EmailBody? Customer, Channel? Channel, Level? Impact, Level? Urgency,
    string? RequestClass, string? Service, string? Category, string? Team, string? DedupeKey, string? Callback, long[]? Attachments, string? Continues, Dictionary<string, JsonElement>? Fields = null)
{
    /// <summary>The ticket template that says what is not said here, by name or id.</summary>
    public string? Template { get; init; }

    /// <summary>What came out when it was asked about.</summary>
    public UnderstandingBody? Understanding { get; init; }

    public string[]? Tags { get; init; }

    /// <summary>Its checklist.</summary>
    public string[]? Tasks { get; init; }
}

/// <param name="Fields">What this desk wants to know besides, by name; those that are not named stay, and null empties one.</param>
/// <param name="Priority">An override with its reason; <c>{"priority": null}</c> takes it back.</param>
public sealed record ChangeTicketBody(
    string? Title, string? Description, EmailBody? Customer, string? Callback, Level? Impact, Level? Urgency,
    string? RequestClass, string? Service, string? Category, string? Team, string[]? Tags, PriorityBody? Priority, Dictionary<string, JsonElement>? Fields = null);

public sealed record PriorityBody(string? Priority, string? Reason);

public sealed record MessageBody(Visibility? Visibility, string? Body, long[]? Attachments, MessageKind? Kind, Instant? Promise);

/// <summary>What the nine steps take between them; each reads its own members. With <c>skip</c> the step is left out for that reason.</summary>
public sealed record StepBody(
    string? Skip, string? How, string? Words, string? Category, string? Service, string? RequestClass, string? Statement, bool? Agreed, string? Correction,
    string? Outcome, [property: JsonConverter(typeof(LinesJson))] string[]? Steps, string? Why, [property: JsonConverter(typeof(LooseText))] string? Proposal, ProposalSource? Source, string? Reference,
    string? Reason, string? Done, [property: JsonConverter(typeof(LinesJson))] string[]? Replayed, bool? Insist, UnderstandingBody? Understanding = null);

public sealed record AssigneeBody(string? Person);

/// <param name="ToCheck">To check the work.</param>
public sealed record ColleagueBody(string? Person, string? Question, bool? ToCheck);

/// <param name="Supplier">Which one, by name or id, where it waits for a supplier.</param>
public sealed record WaitBody(WaitFor? For, string? Reason, bool? Contacted, Instant? Until, Dictionary<string, JsonElement>? Fields = null, string? Supplier = null);

/// <param name="WithoutTasks">Why it is resolved although tasks that come first are open.</param>
public sealed record ResolutionBody(string? Solution, string? NextTime, string? WithoutTasks, Dictionary<string, JsonElement>? Fields = null);

public sealed record ReasonBody(string? Reason);

/// <param name="SolvedByCustomer">Whoever asked has found the way without the desk.</param>
public sealed record CancelBody(string? Reason, bool SolvedByCustomer = false);

/// <summary>A list of lines, or one text with a line each.</summary>
public sealed class LinesJson : JsonConverter<string[]>
{
    public override string[] Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()!.Split('\n') : ((JsonConverter<string[]>)options.GetConverter(typeof(string[]))).Read(ref reader, typeof(string[]), options) ?? [];

    public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
}

/// <summary>A text or a number: a proposal is proposed by its words and selected by its number.</summary>
public sealed class LooseText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
