using FirstContact.Tickets;

namespace FirstContact.Assignment;

public sealed class ChoosingTests
{
    // A Sunday.
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);
    private static readonly Named<TeamId> Plant = new(new(5), "Plant Systems");
    private static readonly WayDetails Turns = WayDetails.Usual with { Way = AssignWay.RoundRobin }, Balanced = WayDetails.Usual with { Way = AssignWay.Balanced };
    private static readonly WorkHours Office = new("UTC", [.. Enumerable.Range(1, 5).Select(d => new WorkDay((IsoDayOfWeek)d, new(8, 0), new(16, 0)))]);
    private static readonly Candidate Ada = new(new Named<PersonId>(new(1), "Ada")), Ben = new(new Named<PersonId>(new(2), "Ben")), Cem = new(new Named<PersonId>(new(3), "Cem"));

    [Fact]
    public void Where_nobody_is_it_is_left() => Left(new(Plant, LeftBecause.NobodyThere), Of(Turns));

    [Fact]
    public void Who_takes_nothing_new_is_passed_over()
    {
        Given(Ben, Of(Turns, Paused(Ada), Ben));
        Left(new(Plant, LeftBecause.NobodyTakes), Of(Turns, Paused(Ada), Ben with { Most = 0 }));
    }

    [Fact]
    public void Who_is_not_at_work_is_passed_over() => Given(Ben, Of(Turns, AtOffice(Ada), Ben));

    [Fact]
    public void Nobody_is_at_work_until_the_first_comes()
    {
        Left(new(Plant, LeftBecause.NobodyAtWork, Instant.FromUtc(2026, 11, 23, 8, 0)), Of(Turns, AtOffice(Ada), Ben with { AwayUntil = Instant.FromUtc(2026, 12, 1, 0, 0) }));
        Left(new(Plant, LeftBecause.NobodyAtWork, Instant.FromUtc(2026, 12, 1, 8, 0)), Of(Turns, AtOffice(Ada) with { AwayUntil = Instant.FromUtc(2026, 12, 1, 0, 0) }));
        Left(new(Plant, LeftBecause.NobodyAtWork), Of(Turns, Ada with { Time = new() { Hours = new("UTC", []) } }));
    }

    [Fact]
    public void Who_is_back_at_this_moment_is_there() => Given(Ada, Of(Turns, Ada with { AwayUntil = Now }));

    [Fact]
    public void Who_has_as_many_as_he_takes_is_passed_over()
    {
        Given(Ben, Of(Turns, Ada with { Tickets = 10 }, Ben with { Tickets = 9 }));
        Left(new(Plant, LeftBecause.AllFull), Of(Turns, Ada with { Tickets = 10 }, Ben with { Tickets = 4, Most = 4 }));
    }

    [Fact]
    public void Whoever_laid_it_down_does_not_get_it_back()
    {
        Given(Ben, Choosing.Of(Plant, Turns, [Ada, Ben with { Turn = 7 }], null, Now, Ada.Person.Id));
        Left(new(Plant, LeftBecause.NobodyElse), Choosing.Of(Plant, Turns, [Ada, AtOffice(Ben)], null, Now, Ada.Person.Id));
    }

    [Fact]
    public void In_turn_it_goes_to_whoever_has_been_without_for_longest()
    {
        Given(Cem, Of(Turns, Ada with { Turn = 4 }, Ben with { Turn = 5 }, Cem with { Turn = 3, Tickets = 9, Load = 20 }));
        Given(Ben, Of(Turns, Ada with { Turn = 4 }, Ben, Cem));
    }

    [Fact]
    public void Balanced_it_goes_to_whoever_has_least_for_what_he_takes()
    {
        Given(Ben, Of(Balanced, Ada with { Tickets = 3, Load = 3, Most = 4 }, Ben with { Tickets = 4, Load = 5, Most = 8 }));
        Given(Ada, Of(Balanced, Ada with { Load = 2, Most = 4, Turn = 8 }, Ben with { Load = 4, Most = 8, Turn = 9 }));
        Given(Ada, Of(Balanced, Ada with { Load = 2, Most = 4 }, Ben with { Load = 4, Most = 8 }));
    }

    [Fact]
    public void Urgent_work_weighs_more() => Assert.Equal([3, 2, 1, 1, 1], Enumerable.Range(1, 5).Select(Candidate.Weight));

    [Fact]
    public void A_skill_goes_before_a_turn()
    {
        var choice = Of(Turns, "VPN", Ada, Skilled(Ben) with { Turn = 9 });
        Given(Ben, choice);
        Assert.Equal(new(AssignWay.RoundRobin, 2, 2) { Skill = "VPN", Skilled = true, Tickets = 0, Most = 10 }, choice.Chosen);
    }

    [Fact]
    public void Where_a_skill_is_preferred_another_gets_it_when_nobody_who_has_it_is_there()
    {
        var choice = Of(Turns, "vpn", Ada with { Tickets = 4 }, AtOffice(Skilled(Ben)));
        Given(Ada, choice);
        Assert.Equal(new(AssignWay.RoundRobin, 1, 2) { Skill = "vpn", Skilled = false, Tickets = 4, Most = 10 }, choice.Chosen);
    }

    [Fact]
    public void Where_a_skill_is_required_the_ticket_waits_for_it()
    {
        var required = Turns with { Skill = SkillDemand.Required };
        Left(new(Plant, LeftBecause.NobodySkilled, Instant.FromUtc(2026, 11, 23, 8, 0), "vpn"), Of(required, "vpn", Ada, AtOffice(Skilled(Ben))));
        // Who is there and full will have room again, and nobody can say when.
        Left(new(Plant, LeftBecause.NobodySkilled, null, "vpn"), Of(required, "vpn", Ada, Skilled(Ben) with { Tickets = 10 }));
        Left(new(Plant, LeftBecause.NobodySkilled, null, "vpn"), Of(required, "vpn", Ada, Paused(Skilled(Ben))));
    }

    [Fact]
    public void A_skill_that_nobody_of_the_team_has_is_asked_of_nobody() => Given(Ada, Of(Turns with { Skill = SkillDemand.Required }, "vpn", Ada, Ben));

    [Fact]
    public void A_hundred_in_turn_are_shared_out_evenly()
    {
        Candidate[] members = [Ada with { Most = 500 }, Ben with { Most = 500 }, Cem with { Most = 500 }, new(new Named<PersonId>(new(4), "Dee")) { Most = 500 }];
        for (var turn = 1; turn <= 100; turn++)
        {
            var to = Of(Turns, members).To!.Value.Id;
            members = [.. members.Select(m => m.Person.Id == to ? m with { Turn = turn, Tickets = m.Tickets + 1, Load = m.Load + 1 } : m)];
        }
        Assert.Equal([25, 25, 25, 25], members.Select(m => m.Tickets));
    }

    private static Choice Of(WayDetails way, params Candidate[] members) => Choosing.Of(Plant, way, members, null, Now);

    private static Choice Of(WayDetails way, string skill, params Candidate[] members) => Choosing.Of(Plant, way, members, skill, Now);

    private static Candidate Paused(Candidate c) => c with { Time = c.Time with { Taking = false } };

    private static Candidate AtOffice(Candidate c) => c with { Time = c.Time with { Hours = Office } };

    private static Candidate Skilled(Candidate c) => c with { Time = c.Time with { Skills = ["vpn"] } };

    private static void Given(Candidate to, Choice choice) => Assert.Equal((to.Person, null), (choice.To!.Value, choice.Left));

    private static void Left(LeftWhy why, Choice choice) => Assert.Equal((null, why), (choice.To, choice.Left));
}
