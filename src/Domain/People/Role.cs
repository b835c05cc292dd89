namespace FirstContact.People;

/// <summary>What somebody is here; each role is a set of permissions, and a person may have several.</summary>
public enum Role { Customer, Agent, TeamLead, KnowledgeManager, ServiceCoordinator, ApplicationOwner, CommitteeMember, Administrator }
