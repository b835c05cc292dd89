using FirstContact.Fields;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class FillingTests
{
    private static readonly Field
        Tag = Of(1, FieldKind.Text, false, FieldMoment.Resolving), Room = Of(2, FieldKind.Choice, true, FieldMoment.Opening), Owner = Of(3, FieldKind.Person, false, FieldMoment.Waiting),
        Elsewhere = Of(4, FieldKind.Text, true) is var f ? f with { Details = f.Details with { Classes = [new(new(9), "Software")] } } : null!;

    private static readonly FieldChange TagSet = new(Tag.Named, FieldKind.Text, false, null, new("ZB-17")), RoomSet = new(Room.Named, FieldKind.Choice, true, null, new("Blue"));

    [Fact]
    public void What_customers_may_read_is_an_event_of_its_own() => New
        .When(t => t.Fill([new(Tag, "ZB-17"), new(Room, "blue"), new(Owner, "helen", Helen)]))
        .Then(new FieldsFilled([RoomSet]), new FieldsFilled([TagSet, new(Owner.Named, FieldKind.Person, false, null, new("2", "Helen Marsh"))]));

    [Fact]
    public void It_says_what_was_filled_last()
    {
        var filled = New.Given(new FieldsFilled([TagSet]), new FieldsFilled([RoomSet]));
        filled.When(t => t.Fill([new(Tag, " "), new(Room, "Red")])).Then(
            new FieldsFilled([RoomSet with { From = new("Blue"), To = new("Red") }]), new FieldsFilled([TagSet with { From = new("ZB-17"), To = null }]));
        Assert.Equal([new FieldValue(Room.Id, FieldKind.Choice, new("Blue"))], filled.Given(new FieldsFilled([TagSet with { From = new("ZB-17"), To = null }])).State.Fields);
    }

    [Fact]
    public void Saying_the_same_again_is_no_event() => New.Given(new FieldsFilled([TagSet, RoomSet])).When(t => t.Fill([new(Tag, "ZB-17 "), new(Room, "BLUE"), new(Owner, "")])).ThenNothing();

    [Fact]
    public void What_can_no_longer_be_chosen_may_stand() => New.Given(new FieldsFilled([RoomSet with { To = new("Green") }])).When(t => t.Fill([new(Room, "Green")])).ThenNothing();

    [Fact]
    public void All_that_is_wrong_is_said_at_its_field() => New
        .When(t => t.Fill([new(Tag with { Active = false }, "x"), new(Room, "Green"), new(Owner, "nobody"), new(Elsewhere, "x")]))
        .Then(FieldErrors.Retired.At("fields.f1"), FieldErrors.ChoiceUnknown.At("fields.f2"), FieldErrors.PersonUnknown.At("fields.f3"), FieldErrors.NotAsked.At("fields.f4"));

    [Fact]
    public void What_was_said_elsewhere_was_said() => New
        .When(t => t.Fill([new(Elsewhere, "x")], elsewhere: true)).Then(new FieldsFilled([new(Elsewhere.Named, FieldKind.Text, true, null, new("x"))]));

    [Fact]
    public void It_is_not_resolved_without_what_is_needed()
    {
        CaredFor.When((t, by) => t.Resolve(by, Usual, null, null, fields: [Tag, Room, Owner])).Then(FieldErrors.NeededToResolve.At("fields.f1"));
        CaredFor.Given(new FieldsFilled([TagSet])).When((t, by) => t.Resolve(by, Usual, null, null, fields: [Tag, Room, Owner])).Then(Resolved);
        CaredFor.When((t, by) => t.VerifyByCustomer(by, Usual, CustomerOutcome.Works, null, false, null, [Tag])).Then(FieldErrors.NeededToResolve.At("fields.f1"));
        CaredFor.When((t, by) => t.Resolve(by, Usual, null, null, fields: [Tag with { Active = false }])).Then(Resolved);
    }

    [Fact]
    public void It_does_not_wait_without_what_is_needed() => New
        .When((t, by) => t.WaitFor(by, WaitFor.Supplier, "a ribbon", false, null, [Tag, Room, Owner])).Then(FieldErrors.NeededToWait.At("fields.f3"));

    [Fact]
    public void Customers_are_asked_for_what_they_may_read()
    {
        var hidden = Room with { Details = Room.Details with { ForCustomers = false } };
        Assert.Equal([FieldErrors.NeededToOpen.At("fields.f2")], New.State.NeededToOpen([Tag, Room, Owner], serves: false));
        Assert.Empty(New.State.NeededToOpen([hidden], serves: false));
        Assert.Equal([FieldErrors.NeededToOpen.At("fields.f2")], New.State.NeededToOpen([hidden], serves: true));
    }

    private static Field Of(long id, FieldKind kind, bool forCustomers, params FieldMoment[] needed) =>
        new() { Id = new(id), Version = 1, Active = true, Details = new($"f{id}", $"Field {id}", "", kind, kind == FieldKind.Choice ? ["Blue", "Red"] : [], [], [], [.. needed], forCustomers, 0) };
}
