namespace FirstContact.People;

/// <summary>Roles as people read them.</summary>
public static class RoleWords
{
    public static string Word(this Role role) => role switch
    {
        Role.TeamLead => "Team lead",
        Role.KnowledgeManager => "Knowledge manager",
        Role.ServiceCoordinator => "Service coordinator",
        Role.ApplicationOwner => "Application owner",
        Role.CommitteeMember => "Committee member",
        _ => role.ToString(),
    };
}
