using System.Collections.Frozen;
using System.Reflection;

namespace Cambrian.Numerics.Expressions;

/// <summary>The methods of <see cref="Math"/> behind operations.</summary>
internal static class MathMethods
{
    private static readonly FrozenDictionary<Operation, MethodInfo> Methods = Operations.Fixed
        .Select(operation => KeyValuePair.Create(operation, Find(operation)))
        .Where(pair => pair.Value is not null)
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value!); // the nulls were filtered out above

    /// <summary>The method that computes an operation; null when an instruction does.</summary>
    public static MethodInfo? Of(Operation operation) => Methods.GetValueOrDefault(operation);

    private static MethodInfo? Find(Operation operation) => operation is >= Operation.Min and < Operation.ToInt32
        ? typeof(Math).GetMethod(operation.ToString(), [.. Operations.OperandsOf(operation).Select(_ => typeof(double))])
        : null;
}
