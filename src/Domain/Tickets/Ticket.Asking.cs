namespace FirstContact.Tickets;

/// <summary>Asking in is easier than handing over: the ticket stays where it is, and the customer keeps whom he knows.</summary>
public sealed partial record Ticket
{
    public Decision AskIn(By by, Named<PersonId> colleague, string? question, bool toCheck = false)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        return Error.Of(colleague.Id == by.Person ? TicketErrors.AskingOneself : null, WrongQuestion(question)) is { } no
            ? no
            : new ColleagueAskedIn(colleague, question!.Trim()) { No = Hands.Questions + 1, ToCheck = toCheck };
    }

    /// <param name="team">Null when there is no such team.</param>
    public Decision AskTeamIn(By by, Named<TeamId>? team, Seq<Named<PersonId>> members, string? question)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        Seq<Named<PersonId>> others = [.. members.Where(m => m.Id != by.Person)];
        return Error.Of(team is null ? AskErrors.TeamUnknown : others.Count == 0 ? AskErrors.TeamIsEmpty : null, WrongQuestion(question)) is { } no
            ? no
            : new TeamAskedIn(Hands.Questions + 1, team!.Value, question!.Trim(), others);
    }

    /// <param name="skilled">Everybody who has the skill.</param>
    public Decision AskSkillIn(By by, string? skill, Seq<Named<PersonId>> skilled, string? question)
    {
        if (!IsOpen) return TicketErrors.NotOpen;
        Seq<Named<PersonId>> others = [.. skilled.Where(m => m.Id != by.Person)];
        return Error.Of(skill.IsBlank ? AskErrors.SkillMissing : others.Count == 0 ? AskErrors.NobodyKnows : null, WrongQuestion(question)) is { } no
            ? no
            : new SkillAskedIn(Hands.Questions + 1, skill!.Trim(), question!.Trim(), others);
    }

    /// <param name="asker">Whoever had asked, by name.</param>
    /// <param name="team">Whose ticket it is.</param>
    /// <param name="from">The teams of whoever answers.</param>
    public Decision Answer(By by, int no, Named<PersonId> asker, Named<TeamId> team, Seq<Named<TeamId>> from, string? answer)
    {
        if (Hands.Asks.FirstOrDefault(a => a.No == no) is not { } ask) return AskErrors.Unknown;
        // Whoever came into the team after it was asked knows as well.
        if (!ask.Of.Contains(by.Person) && !from.Any(t => t.Id == ask.Team?.Id)) return AskErrors.NotAsked;
        if (answer.IsBlank) return AskErrors.AnswerMissing;
        if (TooLong(answer, "answer") is { } wrong) return wrong;
        return (Event[])
        [
            new MessagePosted(Messages + 1, MessageKind.Note, Visibility.Internal, answer!.Trim()) { Mentions = asker.Id == by.Person ? [] : [asker] },
            new HelpGiven(no, Messages + 1, asker, team, from, by.At - ask.At) { Team = ask.Team, Skill = ask.Skill },
        ];
    }

    /// <param name="whom">Who was asked, by name.</param>
    public Decision WithdrawAsk(int no, string whom) => Hands.Asks.Any(a => a.No == no) ? new AskWithdrawn(no, whom) : AskErrors.Unknown;

    public Decision AnswerAsked(Named<PersonId> colleague) => Asked.Contains(colleague.Id) ? new ColleagueAnswered(colleague) : TicketErrors.NotAsked;

    private Ticket? Asking(Event happened, By by) => happened switch
    {
        ColleagueAskedIn e => Questioned(new(e.No == 0 ? Hands.Questions + 1 : e.No, by.Person, e.Question, by.At, [e.Colleague.Id]) { ToCheck = e.ToCheck }) with { Watchers = Watchers.Remove(e.Colleague.Id).Add(e.Colleague.Id) },
        TeamAskedIn e => Questioned(new(e.No, by.Person, e.Question, by.At, [.. e.Colleagues.Select(c => c.Id)], e.Team)),
        SkillAskedIn e => Questioned(new(e.No, by.Person, e.Question, by.At, [.. e.Colleagues.Select(c => c.Id)], Skill: e.Skill)),
        HelpGiven e => Settled(a => a.No == e.No) is var t ? t.With(h => h with { Helpers = h.Helpers.Remove(by.Person).Add(by.Person) }) with { Watchers = t.Watchers.Remove(by.Person).Add(by.Person) } : null,
        AskWithdrawn e => Settled(a => a.No == e.No),
        ColleagueAnswered e => Settled(a => a is { Team: null, Skill: null } && a.Of.Contains(e.Colleague.Id), e.Colleague.Id),
        _ => null,
    };

    private Ticket Questioned(Ask ask) => With(h => h with { Asks = h.Asks.Add(ask), Questions = ask.No, Checkers = ask.ToCheck ? [.. h.Checkers.Except(ask.Of), .. ask.Of] : h.Checkers }) with { Asked = [.. Asked.Except(ask.Of), .. ask.Of] };

    /// <summary>Some questions are no more: whom no other asks is free of it.</summary>
    /// <param name="also">Who is free even without a question that is kept here, as it came with a merged ticket.</param>
    private Ticket Settled(Func<Ask, bool> which, params PersonId[] also)
    {
        Seq<Ask> left = [.. Hands.Asks.Where(a => !which(a))];
        var free = Hands.Asks.Where(which).SelectMany(a => a.Of).Concat(also).Except(left.SelectMany(a => a.Of)).ToHashSet();
        return With(h => h with { Asks = left, Checkers = [.. h.Checkers.Where(c => left.Any(a => a.ToCheck && a.Of.Contains(c)))] }) with { Asked = [.. Asked.Where(a => !free.Contains(a))] };
    }

    // Whoever was asked to check need not any more.
    private Ticket Checked() => Hands.Checkers.Count == 0 ? this : Settled(a => a.ToCheck, [.. Hands.Checkers]);

    private static Error? WrongQuestion(string? question) => question.IsBlank ? TicketErrors.QuestionMissing : TooLong(question, "question");
}
