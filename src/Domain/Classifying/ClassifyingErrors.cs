using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Classifying;

public static class ClassifyingErrors
{
    public static readonly Error ShowFromInvalid = new(Invalid, "suggesting.show-from-invalid", $"Give a percentage from {Suggesting.LeastShown} to {Suggesting.Most}.", "showFrom");
    public static readonly Error ApplyFromInvalid = new(Invalid, "suggesting.apply-from-invalid", $"Give a percentage from {Suggesting.LeastApplied} to {Suggesting.Most}, or leave it empty: then a person classifies.", "applyFrom");
    public static readonly Error ApplyBelowShow = new(Invalid, "suggesting.apply-below-show", "What is not sure enough to be shown is not sure enough to be done.", "applyFrom");
}
