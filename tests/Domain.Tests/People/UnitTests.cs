namespace FirstContact.People;

public sealed class UnitTests
{
    private static readonly UnitDetails Northgate = new("Northgate", "Plants");
    private static readonly Story<Unit> AUnit = new Story<Unit>(new Unit { Id = new(4) }).Given(new UnitAdded(Northgate));

    [Fact]
    public void A_unit_has_a_name_and_perhaps_a_segment() => AUnit.When(_ => Unit.Add(new(" Northgate", "Plants "))).Then(new UnitAdded(Northgate));

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => AUnit.When(_ => Unit.Add(new("", new('x', 81)))).Then(PeopleErrors.NameMissing, PeopleErrors.SegmentTooLong);

    [Fact]
    public void Where_its_people_are_is_a_time_zone()
    {
        AUnit.When(u => u.Change(Northgate with { Zone = "Middle/Earth" })).Then(PeopleErrors.ZoneUnknown);
        AUnit.When(u => u.Change(Northgate with { Zone = " Asia/Kolkata " })).Then(new UnitChanged(Northgate, Northgate with { Zone = "Asia/Kolkata" }));
        AUnit.When(u => u.Change(Northgate with { Zone = " " })).ThenNothing();
    }

    [Fact]
    public void A_name_has_an_end() => AUnit.When(u => u.Change(new(new('x', 81), ""))).Then(PeopleErrors.UnitNameTooLong);

    [Fact]
    public void A_change_keeps_what_was()
    {
        AUnit.When(u => u.Change(new("Eastmoor", "Plants"))).Then(new UnitChanged(Northgate, new("Eastmoor", "Plants")));
        AUnit.When(u => u.Change(Northgate)).ThenNothing();
    }

    [Fact]
    public void Units_go_and_come_again()
    {
        AUnit.When(u => u.Retire()).Then(new UnitRetired());
        AUnit.Given(new UnitRetired()).When(u => u.Retire()).ThenNothing();
        AUnit.Given(new UnitRetired()).When(u => u.Restore()).Then(new UnitRestored());
        AUnit.When(u => u.Restore()).ThenNothing();
    }
}
