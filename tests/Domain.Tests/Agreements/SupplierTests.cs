namespace FirstContact.Agreements;

public sealed class SupplierTests
{
    private static readonly Story<Supplier> Blank = new(new Supplier { Id = new(4) });
    private static readonly SupplierDetails Harbour = new("Harbour Telecom", "+44 20 7946 0900, customer 4711");

    [Fact]
    public void Added_changed_retired_and_restored()
    {
        Blank.When(_ => Supplier.Add(new(" Harbour Telecom ", " +44 20 7946 0900, customer 4711 "))).Then(new SupplierAdded(Harbour));
        Blank.When(_ => Supplier.Add(new(" ", new('x', 501)))).Then(AgreementErrors.SupplierNameMissing, AgreementErrors.SupplierContactTooLong);
        Blank.When(_ => Supplier.Add(new(new('x', 81), ""))).Then(AgreementErrors.SupplierNameTooLong);
        var there = Blank.Given(new SupplierAdded(Harbour));
        there.When(s => s.Change(Harbour)).ThenNothing();
        there.When(s => s.Change(Harbour with { Contact = "" })).Then(new SupplierChanged(Harbour, Harbour with { Contact = "" }));
        there.When(s => s.Change(Harbour with { Name = "" })).Then(AgreementErrors.SupplierNameMissing);
        there.When(s => s.Restore()).ThenNothing();
        there.When(s => s.Retire()).Then(new SupplierRetired("Harbour Telecom"));
        var gone = there.Given(new SupplierRetired("Harbour Telecom"));
        gone.When(s => s.Retire()).ThenNothing();
        gone.When(s => s.Restore()).Then(new SupplierRestored("Harbour Telecom"));
    }
}
