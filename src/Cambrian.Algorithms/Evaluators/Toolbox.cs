using System.Collections.Immutable;
using System.Reflection;
using Cambrian.Algorithms.Folders;
using Cambrian.CSharp.Kernels;
using Cambrian.Numerics.Expressions;

namespace Cambrian.Algorithms.Evaluators;

/// <summary>What a problem folder declares for its candidates, in the terms of the C# room.</summary>
public static class Toolbox
{
    /// <summary>The rule a folder asks for: entry, features with their ranges, and those toolbox functions that a rule of numbers can call.</summary>
    public static RuleSignature Rule(this ProblemFolder folder) => new()
    {
        Entry = folder.File.Evaluator.Entry ?? "",
        Parameters = [.. folder.File.Features.Select(feature => new RuleParameter(feature.Name, feature.Low, feature.High, feature.Description))],
        Toolbox = [.. Methods(folder).Where(IsNumeric).Select(method => ToolboxFunction.From($"{method.DeclaringType!.FullName}.{method.Name}", method).Function)],
    };

    /// <summary>All methods a folder declares.</summary>
    /// <exception cref="ProblemFolderException">A name is no type and no static method of the numerics library.</exception>
    public static ImmutableArray<MethodInfo> Methods(ProblemFolder folder) => [.. folder.File.Toolbox.SelectMany(Find)];

    private static MethodInfo[] Find(string name)
    {
        var library = typeof(Expression).Assembly;
        if (library.GetType(name) is { } type)
        {
            return type.GetMethods(BindingFlags.Static | BindingFlags.Public);
        }

        var dot = name.LastIndexOf('.');
        var methods = library.GetType(name[..Math.Max(dot, 0)])?.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(method => method.Name == name[(dot + 1)..]).ToArray();
        return methods is { Length: > 0 }
            ? methods
            : throw new ProblemFolderException($"problem.json: 'toolbox' names '{name}', which is no public type or static method of Cambrian.Numerics. Write a full name, such as Cambrian.Numerics.Geometry.CirclePacking.Relax.");
    }

    private static bool IsNumeric(MethodInfo method) =>
        !method.ContainsGenericParameters
        && method.GetParameters().Length <= ExpressionEncoding.MaxArguments
        && method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).All(type => type == typeof(double) || type == typeof(int) || type == typeof(bool));
}
