using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Services;

public static class ServiceErrors
{
    public static readonly Error NotFound = new(Missing, "service.not-found", "There is no such service.");
    public static readonly Error CategoryNotFound = new(Missing, "category.not-found", "There is no such category.");
    public static readonly Error NameMissing = new(Invalid, "service.name-missing", "Give it a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "service.name-too-long", $"Keep the name within {Service.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "service.name-taken", "Another one has this name.", "name");
    public static readonly Error DescriptionTooLong = new(Invalid, "service.description-too-long", $"Keep the description within {Service.LongestDescription} characters.", "description");
    public static readonly Error TeamUnknown = new(Invalid, "service.team-unknown", "There is no such team.", "team");
    public static readonly Error OwnerUnknown = new(Invalid, "service.owner-unknown", "Nobody here has this address.", "owner");
}
