using Cambrian.Contracts;
using Cambrian.Faults;

// dotnet run -c Release --project bench/Cambrian.Faults -- problems/agents-repair
if (args is not [var folder])
{
    Console.Error.WriteLine("Expected the problem folder: it has subjects/, and gets data/<split>.txt.");
    return 64;
}

var subjects = Subject.ReadAll(Path.Combine(folder, "subjects"));
var splits = Splits.Of(subjects.Select(subject => subject.Name));
List<Fault> faults = [];
foreach (var subject in subjects)
{
    var own = FaultChoice.Of(subject, CancellationToken.None);
    faults.AddRange(own);
    Console.WriteLine($"{subject.Name,-20} {splits[subject.Name],-10} {own.Count} faults: {string.Join(", ", own.Select(fault => $"{fault.Mutant.Kind} ({fault.Outcomes.Space.Mutants.Count} edits)"))}");
}

Directory.CreateDirectory(Path.Combine(folder, "data"));
foreach (var split in Enum.GetValues<Split>())
{
    var lines = faults.Where(fault => splits[fault.Subject.Name] == split).SelectMany(CaseLine.Of).ToList();
    File.WriteAllLines(Path.Combine(folder, "data", $"{split.ToString().ToLowerInvariant()}.txt"), lines);
    Console.WriteLine($"{split}: {lines.Count / 2} cases of {splits.Values.Count(own => own == split)} subjects");
}

return 0;
