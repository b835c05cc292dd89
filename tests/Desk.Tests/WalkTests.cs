using System.Reflection;
using FirstContact.People;

namespace FirstContact;

/// <summary>Every command and every query with every role: the door is open or shut as this page says. What is new and not on it fails.</summary>
public sealed class WalkTests
{
    private static readonly Assembly Desk = typeof(Journal.Desk).Assembly;
    private static readonly Role[] Everyone = Enum.GetValues<Role>();
    private static readonly Role[] Agents = [Role.Agent, Role.TeamLead, Role.ServiceCoordinator, Role.Administrator];
    private static readonly Role[] Seers = [.. Agents, Role.KnowledgeManager, Role.ApplicationOwner];
    private static readonly Role[] Staff = [.. Everyone.Except([Role.Customer])];
    private static readonly Role[] Administrator = [Role.Administrator], Services = [Role.Administrator, Role.ServiceCoordinator], Leads = [.. Services, Role.TeamLead], Nobody = [];

    private static readonly Dictionary<string, Role[]> Doors = new (Role[] Roles, string Names)[]
    {
        (Everyone, "OpenTicket SayOnTicket CancelTicket ReopenTicket ConfirmStatement CorrectStatement VerifyByCustomer WatchTicket UnwatchTicket UploadFile"),
        (Agents, "HandOverTicket AcceptHandover ReturnHandover WithdrawHandover JudgeHandover SettleBounce AskTeamIn AskSkillIn GiveHelp WithdrawAsk AnswerFront LeaveFrontOpen UnderstandTicket SeeMention SendReply TakeBackReply HurryReply SaveDraft TakeOverDraft ListDrafts ListLeaving"),
        (Everyone, "LetReplyLeave"),
        (Seers, "ShowWriting"),
        (Everyone, "ListTickets ShowTicket DescribeTicket ShowChanges ShowFile ReadFeed SearchTickets ExportTickets ShowImportRun"),
        (Administrator, "ImportTickets ImportPeople ImportHistory ListImportRuns"),
        (Agents, "AnswerAsked AskColleagueIn AssignTicket ChangeTicket ClassifyTicket CloseSilent CloseTicket ExecuteSolution GreetCustomer MoveTicket OverridePriority"),
        (Agents, "LinkTicket UnlinkTicket AddTasks ChangeTask RemoveTask SpendTime CorrectTime RemoveTime SnoozeTicket UnsnoozeTicket WakeSnoozes MergeTicket UndoMerge SplitMessage"),
        (Agents, "ProposeSolution ReproduceProblem ResolveTicket ResumeTicket SelectSolution SkipStep StateProblem VerifyCraft WaitOnTicket WakeTicket NeedsMeNow"),
        (Seers, "CountTickets SaveView RemoveView ListViews ShowView CountViews"),
        (Agents, "TagTicket ActOnTickets UndoBatch ShowBatch"),
        (Leads, "AddTextBlock ChangeTextBlock RetireTextBlock RestoreTextBlock AddMacro ChangeMacro RetireMacro RestoreMacro AddTicketTemplate ChangeTicketTemplate RetireTicketTemplate RestoreTicketTemplate"),
        (Seers, "ListTextBlocks ListMacros ListTicketTemplates"),
        (Agents, "FindTextBlocks PreviewMacro RunMacro"),
        (Seers, "ListTime"),
        (Administrator, "RegisterPerson ChangePerson AddAddress MakeMainAddress MergePerson UndoPersonMerge PreviewPersonMerge ListDoubles ListTakenIn GrantRoles DeactivatePerson ReactivatePerson SetPassword SetUp AddTeam ChangeTeam JoinTeam LeaveTeam RetireTeam RestoreTeam AddUnit ChangeUnit RetireUnit RestoreUnit"),
        (Administrator, "ChangeTeamBridges ChangePriorityMatrix ChangeCarePolicy ChangeDeskRules AddClass ChangeClass RetireClass RestoreClass AddField ChangeField RetireField RestoreField"),
        (Services, "AddService ChangeService RetireService RestoreService AddCategory RenameCategory RetireCategory RestoreCategory"),
        (Staff, "CreateToken SuggestPeople ListPeople ListUnits ExportPeople"),
        (Administrator, "AddWebhook ChangeWebhook SwitchOnWebhook SwitchOffWebhook RotateSecret EndOldSecret TestWebhook ResendDelivery ResendFailed RemoveWebhook"),
        (Administrator, "AddRule ChangeRule CopyRule MoveRule SwitchOnRule SwitchOffRule RemoveRule StopRule RunRule TrialRule"),
        (Seers, "ListRules ShowRule ListRuleRuns"),
        (Administrator, "ListWebhooks ShowWebhook ListDeliveries ShowDelivery"),
        (Everyone, "ProveAddress ConfirmAddress RemoveAddress ChangeOwnPassword ChangeOwnProfile ComeBack GoAway StartSession EndSession EndOtherSessions RevokeToken ListSessions ShowPerson"),
        (Everyone, "ShowTeam ListServices ListCategories ListClasses ListFields ListGuides ShowPriorityMatrix ShowCarePolicy ShowDeskRules ListTeams ListEventTypes"),
        (Agents, "GiveTicket TakeNext ShowPulling"),
        (Staff, "ShowTeamBridges ShowTeamWay ShowAvailability ChangeAvailability ShowSkillNeeds"),
        (Leads, "ChangeTeamWay"),
        (Services, "ChangeSkillNeeds"),
        (Seers, "ListGaps ShowGap ListSolvedAround"),
        ([.. Services, Role.KnowledgeManager], "ChangeGuide"),
        ([.. Leads, Role.KnowledgeManager], "PlanGap"),
        (Seers, "ListTools ShowTool ListOverlaps ShowLaunchSchemes ChangeTool RetireTool RestoreTool WithholdTool GiveTool WriteProcedure RemoveProcedure MarkOverlap ChangeOverlap SettleOverlap ReopenOverlap"),
        (Services, "AddTool"),
        (Agents, "ShowTicketTools ShowSession StartTool AskForTool"),
        (Administrator, "ChangeLaunchSchemes"),
        (Agents, "RecordException RecordMissedCall TryCallAgain ReachByCall PlanOccasion ChangeOccasion TestOccasion CallOffOccasion PlanOccasionAgain LinkToOccasion UnlinkFromOccasion"),
        (Staff, "ListOccasions ListOccasionsNow ShowOccasion"),
        (Staff, "ListCalendars ShowCalendar PreviewHolidays"),
        (Services, "DrawCalendar RedrawCalendar SetCalendarDay TakeCalendarDay ImportHolidays AddHolidays RetireCalendar RestoreCalendar"),
        (Everyone, "ListAgreements ShowAgreement RecordHabits BeginDraft RedraftTerms SetAgreementStart PutDraft TakeDraftBack DropDraft TakePosition AcceptCounter SignDraft ReviewAgreement CommentOnAgreement"),
        (Leads, "StartAgreement"),
        (Services, "ChangeParties EndAgreement CallForReview AddSupplier ChangeSupplier RetireSupplier RestoreSupplier"),
        (Staff, "ListSuppliers ShowCoverage ListMisses ListMajors ShowMajor ListMajorNeeds"),
        (Everyone, "TryTerms ShowAttainment ShowClocks ListTicketClocks ListRunningMajors ShowStandards CommentOnStandards AnswerStandardsComment HideStandardsComment"),
        (Agents, "TellPromise ExplainMiss ListUnexplained DeclareMajor ChangeMajor TellMajor EndMajor ReviewMajor TickFollowUpOfMajor JoinMajor LeaveMajor SayNews"),
        (Services, "ChangeStandards ListStandardsChoices ListUnansweredComments"),
        (Staff, "ListTargets ShowTarget ShowAttained CompareTeams ListIndustryFigures"),
        (Seers, "TicketsOfTarget"),
        (Services, "SetTarget ChangeTarget RetireTarget RestoreTarget AddIndustryFigure ChangeIndustryFigure RemoveIndustryFigure"),
        (Staff, "ShowCallRules"),
        (Administrator, "ChangeCallRules"),
        (Seers, "OfferDay ChangeDay CancelDay BookDay WithdrawBooking DeclineBooking WriteDownDay AddFollowUp TickFollowUp ReopenFollowUp SeeTellings ListDays ShowDay ListDayNeeds ShowSwitching"),
        (Agents, "RecordWalkUp SeeToWalkUp ShowDesksideRules ListFollowedWalkUps"),
        (Administrator, "ChangeDesksideRules"),
        (Staff, "ListExceptions ShowException ListOwnExceptions ListProcesses ChangeProcess PlaceException AskBackOnException AnswerException EndException LetBeNamed ReadEnding WithdrawException"),
        (Services, "AddProcess RetireProcess RestoreProcess"),
        (Seers, "ShowTeamwork TicketsBehind ListOwnFaults ShowMeasureRules"),
        (Services, "ChangeMeasureRules ShowTraining ShowDepartment AskedTickets"),
        (Administrator, "ChangeSuggestingRules AskToLearn KeepLearned"),
        (Staff, "ShowSuggesting"),
        (Agents, "SuggestClassification SuggestForTicket FindExperience"),
        (Administrator, "KeepMail SettleMail ReportBounce TakeMailAgain LeaveOutMail ChangeMailRules BlockSender UnblockSender ShowMailRules ListMail ShowMail CountHeldMail"),
        (Everyone, "TakeInMail ActByPass"),
        (Administrator, "SendTestLetter ResendLetter TakeBackLetter ListLetters StopAddress ChangeLetterForm ShowLetterRules"),
        (Agents, "ClearAddress ListStoppedAddresses ListReturnedLetters SeeReturnedLetter"),
        (Seers, "ListTicketLetters ListTicketMail ShowTicketMail"),
        (Administrator, "AddMailbox ChangeMailbox SwitchOnMailbox SwitchOffMailbox RemoveMailbox FetchAgain ListMailboxes ShowMailbox"),
        (Everyone, "ListNews CountNews SeeNews ShowNoticeChoices ChangeNoticeChoices StopLetters MuteTicket UnmuteTicket"),
        (Seers, "ShowTelling ListReplyReaders"),
        (Administrator, "ShowNoticeDefaults ChangeNoticeDefaults"),
        (Nobody, "ShowHealth"),
    }.SelectMany(d => d.Names.Split(' '), (d, name) => (name, d.Roles)).ToDictionary(d => d.name, d => d.Roles);

    /// <summary>The door is open, and yet these say no to some inside: only an agent writes a note, only the person himself or a manager ends a session, a lead leads his own team.</summary>
    private static readonly string[] RefusedInside = ["SayOnTicket", "RemoveAddress", "EndSession", "EndOtherSessions", "RevokeToken", "GoAway", "ComeBack", "ListSessions", "ShowPerson", "ChangeAvailability", "ChangeTeamWay"];

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_command_and_query_opens_to_its_roles_and_to_no_other(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var asked = Asked(typeof(ICommand<>)).Concat(Asked(typeof(IQuery<>))).ToList();
        Assert.Empty(asked.Select(a => a.Type.Name).Except(Doors.Keys).Select(name => $"{name} has no door on this page"));
        Assert.Empty(Doors.Keys.Except(asked.Select(a => a.Type.Name)).Select(name => $"{name} is gone"));
        foreach (var role in Everyone)
            foreach (var (type, answer) in asked)
            {
                var error = await Try(node, type, answer, role);
                var open = Doors[type.Name].Contains(role);
                if (!open || !RefusedInside.Contains(type.Name)) Assert.Equal((type.Name, role, open), (type.Name, role, error != Errors.Forbidden));
            }
    }

    private static IEnumerable<(Type Type, Type Answer)> Asked(Type kind) =>
        from type in Samples.Of<object>(Desk)
        from face in type.GetInterfaces()
        where face.IsGenericType && face.GetGenericTypeDefinition() == kind
        select (type, face.GetGenericArguments()[0]);

    private static Task<Error?> Try(Node node, Type type, Type answer, Role role)
    {
        var caller = new Caller(TestDatabase.Ada, "Ada Byron", DeskModule.RoleBook.Permissions([role]), new HashSet<long>());
        var go = typeof(WalkTests).GetMethod(type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)) ? nameof(Do) : nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Task<Error?>)go.MakeGenericMethod(answer).Invoke(null, [node, Sample(type), caller])!;
    }

    // A ticket just left by a command names what is there; a sample of one does not.
    private static object? Sample(Type type) => type == typeof(Tickets.DescribeTicket) ? new Tickets.DescribeTicket(new(7)) : Samples.Of(type);

    private static async Task<Error?> Do<T>(Node node, ICommand<T> command, Caller caller) => (await node.Desk.Do(command, new(caller, "walk"))).Error;

    private static async Task<Error?> Ask<T>(Node node, IQuery<T> query, Caller caller) => (await node.Desk.Ask(query, caller)).Error;
}
