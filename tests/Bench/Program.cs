using FirstContact.Bench;

// bench [quick | NAME [SIZE]]: see bin/bench, which says where the server program and PostgreSQL are.
if (args is ["classification", var page]) return Telling.Measure(page);
if (args is ["mail", var beside]) return Mails.Measure(beside);
if (args is ["clocks", var sheet]) return await Clocks.Measure(sheet);
if (args is [ClockSweep.NodeVerb, var connection]) return await ClockSweep.Node(connection);
if (args is ["intake", var written]) return await MailIntakes.Measure(written);
if (args is ["fetch", var fetched]) return await MailFetches.Measure(fetched);
if (Plan.Of(args) is not { } plan)
{
    Console.Error.WriteLine("bench [quick | create|queue|ticket|search|wire|memory|live|agents|plans|teamwork [SIZE]]");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("firstcontact-bench-").FullName;
try
{
    var report = new Report(plan);
    foreach (var engine in await Places.Make(plan, folder))
        await new Measuring(plan, engine, report).Run();
    Console.WriteLine(report.Tables());
    if (plan.IsWhole) report.Save();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
