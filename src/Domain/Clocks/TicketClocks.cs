using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>
/// The clocks of a ticket, read off what has happened to it. Nothing is kept that could be worked out: the same history gives the same clocks, whenever it is asked, and
/// under supposed agreements those that there would have been.
/// </summary>
public static class TicketClocks
{
    /// <param name="history">All of it, in order.</param>
    /// <param name="customers">Whom a customer belonged to when the ticket became his, the nearest first: the unit, its segment, everyone.</param>
    /// <param name="zones">Where a unit or a team is; null where nobody has said it.</param>
    /// <param name="now">Up to when agreements may have come into force for it.</param>
    public static IReadOnlyList<TicketClock> Of(IEnumerable<(Event Event, By By)> history, AgreementsInForce agreements, Func<PersonId, Instant, IReadOnlyList<Party>> customers, Func<Party, string?> zones, Instant now)
    {
        var fold = new Fold(agreements, customers, zones);
        foreach (var (happened, by) in history) fold.Take(happened, by);
        fold.Pass(now);
        return fold.Clocks;
    }

    private sealed class Fold(AgreementsInForce agreements, Func<PersonId, Instant, IReadOnlyList<Party>> customers, Func<Party, string?> zones)
    {
        private readonly List<Running> _clocks = [];
        private Ticket _ticket = new();
        private IReadOnlyList<Party> _customer = [];
        private int _turned, _answers, _news, _given, _suppliers;

        /// <summary>Those for which something was ever promised.</summary>
        public IReadOnlyList<TicketClock> Clocks => [.. _clocks.Where(c => c.Turns.Count > 0).Select(c => c.Made())];

        public void Take(Event happened, By by)
        {
            if (happened is not TicketOpened) Pass(by.At);
            else while (_turned < agreements.TurnsForOpen.Count && agreements.TurnsForOpen[_turned].At <= by.At) _turned++;
            var before = _ticket;
            _ticket = _ticket.Apply(happened, by);
            if (_ticket.Customer != before.Customer || happened is TicketOpened) _customer = customers(_ticket.Customer, by.At);
            switch (happened)
            {
                case PromiseNeared e: Say(e.Clock, c => c.Told = Math.Max(c.Told, e.Share)); return;
                case PromiseMissed e: Say(e.Clock, c => c.Told = Math.Max(c.Told, e.Share)); return;
                case MissExplained e: Say(e.Clock, c => c.Explained = e); return;
            }
            if (Ended(_ticket) != Ended(before))
                foreach (var clock in _clocks) clock.IsVoid = Ended(_ticket) && clock.Turns.Count > 0 && clock.Turns[^1].State != ClockState.Stopped;
            End(happened, before);
            Begin(happened, by, before);
            var asks = before.Priority != _ticket.Priority || before.Service != _ticket.Service || before.Class != _ticket.Class || before.Customer != _ticket.Customer;
            foreach (var clock in _clocks) Turn(clock, by.At, ClockEvents.Of(happened, before, _ticket), asks);
        }

        /// <summary>Versions for open tickets that came into force until then.</summary>
        public void Pass(Instant until)
        {
            for (; _turned < agreements.TurnsForOpen.Count && agreements.TurnsForOpen[_turned] is var turn && turn.At <= until; _turned++)
                foreach (var clock in _clocks) Turn(clock, turn.At, $"a new version of {turn.Title} holds for open tickets", asks: true);
        }

        private void Begin(Event happened, By by, Ticket before)
        {
            var at = by.At;
            if (happened is TicketOpened)
            {
                Add(AgreementKind.Service, Measure.FirstResponse, 1, at, null, null);
                Add(AgreementKind.Service, Measure.Resolution, 1, at, null, null);
            }
            if (_ticket is { IsOpen: true, AnsweredAt: not null, CustomerSpokeAt: not null } && !_clocks.Any(c => c is { Key.Measure: Measure.NextResponse, Over: false }))
                Add(AgreementKind.Service, Measure.NextResponse, ++_answers, at, null, null);
            if (_ticket.IsOpen && Spoke(happened)) Add(AgreementKind.Service, Measure.UpdateRhythm, ++_news, at, null, null);
            if (happened is TicketHandedOver h) Add(AgreementKind.Operational, Measure.Acceptance, h.No, at, Party.Of(h.To), Party.Of(h.From));
            if (_ticket.Team != before.Team && before.Team.Value != 0)
                Add(AgreementKind.Operational, Measure.Resolution, ++_given, at, Party.Of(new Named<TeamId>(_ticket.Team, "")), Party.Of(new Named<TeamId>(before.Team, "")));
            if (happened is TicketWaiting { Supplier: { } supplier }) Add(AgreementKind.Underpinning, Measure.Resolution, ++_suppliers, at, Party.Of(supplier), null);
        }

        private void Add(AgreementKind kind, Measure measure, int no, Instant at, Party? provider, Party? receiver) => _clocks.Add(new(new(kind, measure, no), at, provider ?? Party.Desk, receiver, _ticket.Team));

        /// <summary>What comes once only and has come.</summary>
        private void End(Event happened, Ticket before)
        {
            foreach (var c in _clocks)
                c.Over |= c.Key switch
                {
                    { Measure: Measure.FirstResponse } => _ticket.AnsweredAt is not null,
                    { Measure: Measure.NextResponse } => _ticket.CustomerSpokeAt is null || Spoke(happened),
                    { Measure: Measure.UpdateRhythm } => Spoke(happened) || !_ticket.IsOpen,
                    { Measure: Measure.Acceptance } => _ticket.Hands.Pending?.No != c.Key.No,
                    { Kind: AgreementKind.Operational } => _ticket.Team != c.Team,
                    { Kind: AgreementKind.Underpinning } => before.Wait != _ticket.Wait,
                    _ => false,
                };
        }

        /// <summary>Without a solution: what ran then counts neither way, and what was done before does.</summary>
        private static bool Ended(Ticket ticket) => ticket.Status == TicketStatus.Cancelled || ticket.Merged is not null;

        private static bool Spoke(Event happened) => happened is CustomerGreeted or MessagePosted { Visibility: Visibility.Public, CustomersSide: false };

        private void Turn(Running clock, Instant at, string why, bool asks)
        {
            var ends = clock.Over || !_ticket.IsOpen;
            if (!ends && (asks || clock.Promise is null && clock.Turns.Count == 0)) clock.Promise = Look(clock, at);
            if (clock.Promise is not { } promise)
            {
                if (clock.Turns.Count > 0 && clock.Turns[^1] is { State: not ClockState.Stopped } last) clock.Turns.Add(last with { At = at, State = ClockState.Stopped, Why = "nothing is promised for it any more" });
                return;
            }
            clock.Last = promise;
            var state = ends ? ClockState.Stopped : Pausable(clock.Key) && _ticket.Wait is { } wait && promise.Of.Terms.Pausing.Pauses(wait) ? ClockState.Paused : ClockState.Runs;
            if (clock.Turns.Count == 0 && ends) return;
            var turn = new ClockTurn(at, state, new(promise.Clause.Hours.Id, Zone(clock)), promise.Clause.Within, clock.Turns.Count == 0 ? ClockEvents.Began(clock.Key, why) : why);
            if (clock.Turns.Count == 0 || clock.Turns[^1] is var now && (now.State != turn.State || turn.State != ClockState.Stopped && (now.Hours != turn.Hours || now.Target != turn.Target))) clock.Turns.Add(turn);
        }

        /// <summary>Customers are served by their own day, and a team works by its.</summary>
        private string? Zone(Running clock) => clock.Key.Kind switch
        {
            AgreementKind.Service => _customer.Select(zones).FirstOrDefault(z => z is not null),
            AgreementKind.Operational => zones(clock.Provider),
            _ => null,
        };

        // The desk owes an answer whatever the ticket waits for, and a team its yes or no.
        private static bool Pausable(ClockKey key) => key is { Measure: Measure.Resolution, Kind: not AgreementKind.Underpinning } or { Measure: Measure.UpdateRhythm };

        private Promise? Look(Running clock, Instant at) => agreements.At(clock.BeganAt, at, new(clock.Key.Kind, clock.Key.Measure, clock.Provider, clock.Key.Kind switch
        {
            AgreementKind.Service => _customer,
            AgreementKind.Operational => [clock.Receiver!, Party.Everyone],
            _ => [Party.Desk],
        }, _ticket.Service, _ticket.Class, _ticket.Channel, _ticket.Kind, _ticket.Priority));

        private void Say(string key, Action<Running> what)
        {
            if (_clocks.FirstOrDefault(c => c.Key.ToString() == key) is { } clock) what(clock);
        }
    }

    /// <param name="team">That had the ticket when it began.</param>
    private sealed class Running(ClockKey key, Instant beganAt, Party provider, Party? receiver, TeamId team)
    {
        public ClockKey Key => key;
        public Instant BeganAt => beganAt;
        public Party Provider => provider;
        public Party? Receiver => receiver;
        public TeamId Team => team;
        public List<ClockTurn> Turns { get; } = [];
        public Promise? Promise { get; set; }

        /// <summary>What stood behind it last.</summary>
        public Promise? Last { get; set; }

        /// <summary>It never runs again, whatever comes.</summary>
        public bool Over { get; set; }

        public bool IsVoid { get; set; }
        public int Told { get; set; }
        public MissExplained? Explained { get; set; }

        public TicketClock Made() => new(key, Last!, [.. Turns], IsVoid || Promise is null, Told, Explained);
    }
}
