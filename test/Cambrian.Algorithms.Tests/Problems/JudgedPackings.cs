using System.Reflection;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;

namespace Cambrian.Algorithms.Tests.Problems;

/// <summary>A bin-packing folder's own evaluator, compiled as the engine does it, judging packings that no rule of its shape could make.</summary>
internal sealed class JudgedPackings
{
    private readonly object _judge;
    private readonly string _data;

    public JudgedPackings(ProblemFolder folder)
    {
        var evaluator = Assembly.Load(EvaluatorSource.Compile(folder, folder.File.Evaluator.File!)).GetTypes()
            .Single(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Evaluator<,,>));
        (_judge, _data) = (Activator.CreateInstance(evaluator)!, folder.Data);
    }

    /// <summary>Excess in per cent over the lower bound, per number of items, on the sealed instances.</summary>
    /// <param name="pack">From capacity and items to, per item, the free space of its bin before the item went in.</param>
    public IReadOnlyDictionary<int, double> Excess(Func<int[], short[]> pack) =>
        Ask<IReadOnlyList<int[]>>("Cases", Split.Test, _data)
            .Select(instance => (Items: instance.Length - 1, Score: Ask<CaseScore>("Score", instance, pack(instance))))
            .GroupBy(judged => judged.Items, judged => judged.Score)
            .ToDictionary(group => group.Key, group => group.Sum(score => score.Weight * score.Value) / group.Sum(score => score.Weight));

    private T Ask<T>(string method, params object[] arguments) => (T)_judge.GetType().GetMethod(method)!.Invoke(_judge, arguments)!;
}
