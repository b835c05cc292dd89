using FirstContact.Gaps;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>Where the stories are played: a desk of its own with a clock in the past, and everybody who may act on it.</summary>
internal sealed class Stage(Database database)
{
    private readonly DemoClock _clock = new();
    private readonly Dictionary<string, Caller> _callers = [];
    private Journal.Desk? _desk;

    private Journal.Desk Desk => _desk ??= new(database, DeskModule.Catalogue, Bell(), _clock);

    /// <summary>Where the story stands.</summary>
    public Instant Now => _clock.Now;

    /// <summary>Plays a script in the order of its times, so that the journal reads as if it had all been lived.</summary>
    public async Task Play(Script script, Action<int, int> progress)
    {
        var scenes = script.InOrder;
        foreach (var (index, scene) in scenes.Index())
        {
            _clock.Now = scene.At;
            await scene.Play(this);
            progress(index + 1, scenes.Count);
        }
    }

    /// <param name="who">The first part of somebody's address; <see cref="Cast.TheDesk"/> for the desk itself.</param>
    /// <exception cref="InvalidOperationException">The story asks for what the rules forbid: a mistake in the story.</exception>
    public async Task<T> Do<T>(string who, string cause, ICommand<T> command)
    {
        var result = await Desk.Do(command, new(_callers.GetValueOrDefault(who, Caller.Desk), cause));
        return result.Is(out var done, out var no) ? done : throw new InvalidOperationException($"{who} at {_clock.Now}: {command} was refused: {string.Join(" ", no.All.Select(e => e.Message))}");
    }

    /// <summary>The number of a task, by its words.</summary>
    public async Task<int> TaskNo(TicketId ticket, string text) =>
        (await Desk.Ask(new ShowTicket(ticket), Caller.Desk)).Value!.Ticket.Tasks.First(t => t.Details.Text == text).No;

    /// <summary>What first contact has needed most often so far.</summary>
    public async Task<IReadOnlyList<GapLine>> Gaps() => (await Desk.Ask(new ListGaps(), Caller.Desk)).Value!.Lines;

    /// <summary>Runs a job of the timetable at this moment.</summary>
    public Task Runs(string job) => Timetable.Jobs.Single(j => j.Name == job).Do(Desk, database, _clock, default);

    /// <summary>Somebody called by name, as a text holds it.</summary>
    public string Called(string who) => Mentions.Of(new(_callers[who].Person, _callers[who].Name));

    /// <summary>What happens outside of commands: how others answered.</summary>
    public Task Write(params IReadOnlyList<Write> writes) => database.Commit(writes);

    public async Task<T> Read<T>(Func<Reader, Task<T>> ask)
    {
        await using var read = await database.Read();
        return await ask(read);
    }

    public void Enters(string who, Person person) =>
        _callers[who] = new(person.Id, person.Name, DeskModule.RoleBook.Permissions(person.Roles), new HashSet<long>());

    private Bell Bell()
    {
        var bell = new Bell();
        bell.Rang += database.Forget;
        return bell;
    }
}

/// <summary>What happens, each at its time.</summary>
internal sealed class Script(Instant now, DateTimeZone zone)
{
    private readonly List<Scene> _scenes = [];

    /// <summary>The moment at which the stories end, and the audience looks.</summary>
    public Instant Now => now;

    /// <summary>In which people there tell the time.</summary>
    public DateTimeZone Zone => zone;

    public IReadOnlyList<Scene> InOrder => [.. _scenes.OrderBy(s => s.At)];

    /// <summary>What a clock on the wall says so many minutes before now, to five minutes: for the words that people say.</summary>
    public string Clock(double minutesAgo)
    {
        var then = (now - Duration.FromMinutes(minutesAgo)).InZone(zone).LocalDateTime;
        return then.PlusMinutes(-(then.Minute % 5)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Add(Instant at, Func<Stage, Task> play) => _scenes.Add(new(at, play));
}

internal sealed record Scene(Instant At, Func<Stage, Task> Play);
