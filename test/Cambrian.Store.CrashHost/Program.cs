using System.Globalization;
using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Store;

// Runs the toy problem into a run database and says each step as soon as it is handed out, until it is done or killed.
// Each step it says costs a line of standard input, so that on no machine a run is over before it can be killed.
// Arguments: the database, the number of workers, the number of steps.
var (path, parallel, steps) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
using var database = Open();
var strategy = Toy.Strategy(parallel: parallel, evaluator: ScriptedEvaluator.Uneven(parallel, Toy.Score));
Console.WriteLine("ready");
await foreach (var step in new Loop(Toy.Problem, strategy, database, TimeProvider.System).RunAsync(new Budget { Steps = steps }))
{
    Console.WriteLine(step.Number);
    Console.ReadLine();
}

RunDatabase Open()
{
    try
    {
        return RunDatabase.Open(path);
    }
    catch (StoreException)
    {
        // None yet, or killed before it was whole.
        return RunDatabase.Create(path, new RunDescription { Problem = Toy.Problem.Name });
    }
}
