using FirstContact.Deskside;
using FirstContact.Guides;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>
/// The life of one ticket as it is told: who, when, what. Each line adds one command to the script, at the minute where
/// the story stands; it is played later, in the order of time among all others.
/// </summary>
internal sealed class Story(Script script, long number)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly TicketId _on = new(number);
    private string _who = Cast.TheDesk, _cause = "page", _customer = "";
    private Instant _at = script.Now;

    /// <summary>So many minutes before now.</summary>
    public Story Ago(double minutes) => At(script.Now - Minute * minutes);

    public Story At(Instant at)
    {
        _at = at;
        return this;
    }

    public Story Later(double minutes) => At(_at + Minute * minutes);

    public Story By(string who, string cause = "page")
    {
        (_who, _cause) = (who, cause);
        return this;
    }

    public Story Opens(TicketKind kind, Channel channel, string customer, string title, string words, Level impact, Level urgency, string? service = null, string? category = null, string? requestClass = null, string? team = null, string? picture = null)
    {
        _customer = customer;
        var self = channel is Channel.Portal or Channel.Mail;
        By(self ? customer : _who, channel == Channel.Mail ? "mail" : "page");
        var open = new OpenTicket(kind, channel, title, words, Cast.Email(customer), impact, urgency) { Id = _on, Service = service, Category = category, RequestClass = requestClass, Team = team };
        return Add(async (stage, who, cause) =>
        {
            if (picture is not null)
            {
                var file = await stage.Do(who, cause, new UploadFile(picture, Picture.BlankLabel()));
                open = open with { Attachments = [file.Key] };
            }
            await stage.Do(who, cause, open);
        });
    }

    /// <summary>Went round the desk, to somebody at his place: led to the desk, or helped when it says what solved it.</summary>
    public Story CameBy(string asked, string customer, string words, bool called = false, string? said = null, string? solved = null, string? category = null, bool tried = false)
    {
        _customer = customer;
        var walkUp = new RecordWalkUp(Cast.Email(customer), words, solved is null, said, Called: called) { Solved = solved, Category = category, Tried = tried, Number = _on };
        return By(asked).Add((stage, who, cause) => stage.Do(who, cause, walkUp));
    }

    public Story Greets(string? how = null) => Does(new GreetCustomer(_on, how));

    public Story Classifies(string category, string? service = null, string? requestClass = null) => Does(new ClassifyTicket(_on, category, service, requestClass));

    public Story Understands(Surroundings where, params GuideTyped[] answers) => Does(new UnderstandTicket(_on, new([.. answers], where)));

    public Story States(string statement) => Does(new StateProblem(_on, statement));

    public Story CustomerAgrees() => AsCustomer(new ConfirmStatement(_on));

    public Story CustomerCorrects(string correction) => AsCustomer(new CorrectStatement(_on, correction));

    public Story Reproduces(params string[] steps) => Does(new ReproduceProblem(_on, Reproduced.Reproduced, [.. steps], null));

    public Story CannotReproduce(string why) => Does(new ReproduceProblem(_on, Reproduced.NotReproduced, [], why));

    public Story NothingToReproduce(string why) => Does(new ReproduceProblem(_on, Reproduced.NotApplicable, [], why));

    public Story Proposes(string text, ProposalSource source = ProposalSource.Experience, string? reference = null) => Does(new ProposeSolution(_on, text, source, reference));

    public Story Selects(int proposal, string reason) => Does(new SelectSolution(_on, proposal, reason));

    public Story Executes(string done) => Does(new ExecuteSolution(_on, done));

    public Story Checks(string how, params string[] replayed) => Does(new VerifyCraft(_on, CraftOutcome.Works, how, [.. replayed]));

    public Story Skips(CareStep step, string reason) => Does(new SkipStep(_on, step, reason));

    public Story Resolves(string solution, string? nextTime = null) => Does(new ResolveTicket(_on, solution, nextTime));

    public Story CustomerSaysItWorks(string? words) => AsCustomer(new VerifyByCustomer(_on, CustomerOutcome.Works, words, Insist: false));

    public Story CustomerSaysNotYet(string words) => AsCustomer(new VerifyByCustomer(_on, CustomerOutcome.NotYet, words, Insist: false));

    /// <summary>Without the desk, after having asked it.</summary>
    public Story CustomerSolvesIt(string found) => AsCustomer(new CancelTicket(_on, found) { SolvedByCustomer = true });

    public Story CustomerReopens(string reason) => AsCustomer(new ReopenTicket(_on, reason));

    public Story ClosesBySilence() => By(Cast.TheDesk, "timer").Does(new CloseSilent(_on));

    public Story CustomerSays(string words) => AsCustomer(new SayOnTicket(_on, MessageKind.Reply, Visibility.Public, words));

    /// <param name="promise">When the next news are promised, in minutes before now; negative is still to come.</param>
    public Story Replies(string words, double? promise = null) => Says(MessageKind.Reply, Visibility.Public, words, promise);

    public Story Calls(string words, double? promise = null) => Says(MessageKind.Call, Visibility.Public, words, promise);

    public Story Notes(string words) => Says(MessageKind.Note, Visibility.Internal, words, null);

    /// <param name="until">In minutes before now; negative is still to come.</param>
    public Story Waits(WaitFor whom, string reason, bool contacted, double? until = null) => Does(new WaitOnTicket(_on, whom, reason, contacted, until is { } m ? script.Now - Minute * m : null));

    public Story WakesUp() => By(Cast.TheDesk, "timer").Does(new WakeTicket(_on));

    public Story AssignedTo(string who) => Does(new AssignTicket(_on, Cast.Email(who)));

    public Story LaidDown() => Does(new AssignTicket(_on, null));

    public Story MovesTo(string team) => Does(new MoveTicket(_on, team));

    public Story HandsOver(string team, string tried, string asked) => Does(new HandOverTicket(_on, team, new(null, tried, asked)));

    /// <param name="handover">By its number.</param>
    public Story Accepts(int handover) => Does(new AcceptHandover(_on, handover));

    public Story Judges(int handover, params HandoverItem[] lacked) => Does(new JudgeHandover(_on, handover, lacked.Length == 0, [.. lacked], null));

    public Story GoesOn() => Does(new ResumeTicket(_on));

    public Story Overrides(string priority, string reason) => Does(new OverridePriority(_on, priority, reason));

    public Story GivesBack(string reason, string? missing = null) => Does(new ReturnHandover(_on, 1, reason, missing) { Lacked = missing is null ? [] : [HandoverItem.Device] });

    public Story AsksIn(string who, string question, bool toCheck = false) => Does(new AskColleagueIn(_on, Cast.Email(who), question, toCheck));

    public Story AsksTeamIn(string team, string question) => Does(new AskTeamIn(_on, team, question));

    public Story AsksSkillIn(string skill, string question) => Does(new AskSkillIn(_on, skill, question));

    /// <param name="question">By its number.</param>
    public Story Helps(int question, string answer) => Does(new GiveHelp(_on, question, answer));

    public Story WouldHaveNeeded(FrontNeed need, string? words = null) => Does(new AnswerFront(_on, need, words));

    public Story HasAnswered() => Does(new AnswerAsked(_on, "me"));

    public Story Watches() => Does(new WatchTicket(_on, null));

    public Story Tagged(params string[] tags) => Does(new ChangeTicket(_on) { Tags = [.. tags] });

    public Story Links(Relation relation, long other) => Does(new LinkTicket(_on, relation, $"{other}"));

    public Story MergesInto(long other) => Does(new MergeTicket(_on, $"{other}"));

    /// <param name="message">By its number.</param>
    public Story Splits(int message, long into, TicketKind kind, string title) => Does(new SplitMessage(_on, message, kind, title, null) { Id = new(into) });

    /// <param name="until">In minutes before now; negative is still to come. Null until the customer speaks.</param>
    public Story PutAside(double? until) => Does(new SnoozeTicket(_on, until is { } m ? script.Now - Minute * m : null));

    public Story ComesBack() => By(Cast.TheDesk, "timer").Does(new WakeSnoozes(_on));

    public Story Spends(int minutes, string? words = null)
    {
        var day = _at.InZone(script.Zone).Date;
        return Does(new SpendTime(_on, minutes, day, null, words));
    }

    /// <param name="due">In minutes before now; negative is still to come.</param>
    /// <param name="gates">Whether they come before resolving.</param>
    public Story HasTasks(string lines, string? who = null, double? due = null, bool gates = false) =>
        Does(new AddTasks(_on, lines, who is null ? null : Cast.Email(who), due is { } m ? script.Now - Minute * m : null, gates));

    /// <param name="task">By its words: numbers are given as they are played.</param>
    public Story DoesTask(string task)
    {
        var on = _on;
        return Add(async (stage, who, cause) => await stage.Do(who, cause, new ChangeTask(on, await stage.TaskNo(on, task)) { Done = true }));
    }

    private Story Says(MessageKind kind, Visibility visibility, string words, double? promise) =>
        Does(new SayOnTicket(_on, kind, visibility, words) { Promise = promise is { } m ? script.Now - Minute * m : null });

    private Story Does(TicketCommand command) => Add((stage, who, cause) => stage.Do(who, cause, command));

    private Story AsCustomer(TicketCommand command)
    {
        var (who, at) = (_customer, _at);
        script.Add(at, stage => stage.Do(who, "page", command));
        return this;
    }

    private Story Add(Func<Stage, string, string, Task> play)
    {
        var (who, cause) = (_who, _cause);
        script.Add(_at, stage => play(stage, who, cause));
        return this;
    }
}
