using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>How well the problem was told, and whether whoever asked found the way alone.</summary>
public sealed partial class FactsFold
{
    private Reproduced? _firstTry;
    private bool _agreed, _corrected, _solvedByCustomer;

    private void Asking(Event happened)
    {
        switch (happened)
        {
            case ReproductionTried { Outcome: not Reproduced.NotApplicable } e: _firstTry ??= e.Outcome; break;
            case StatementConfirmed: _agreed = true; break;
            case StatementCorrected: _corrected = true; break;
            case TicketCancelled e: _solvedByCustomer = e.SolvedByCustomer; break;
        }
    }

    private TicketFacts Asked(TicketFacts facts) => facts with
    {
        FirstTry = _firstTry, Corrected = _corrected, Agreed = _agreed && !_corrected, SolvedByCustomer = _solvedByCustomer && facts.Ending == Ending.Cancelled,
    };
}
