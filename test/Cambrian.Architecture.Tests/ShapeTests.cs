using System.Runtime.CompilerServices;

namespace Cambrian.Architecture.Tests;

public sealed class ShapeTests
{
    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Handler", "Data", "Info", "Base"];

    // Starting a sandbox takes milliseconds and cannot be undone halfway; whoever gets the process can kill it.
    private static readonly string[] StartsAtOnce = ["Cambrian.Sandbox.SandboxRunner.StartAsync"];

    private static IEnumerable<Type> Types => Repository.Assemblies.SelectMany(Repository.TypesOf);

    private static IEnumerable<MethodInfo> PublicMethods => Types.Where(type => type.IsVisible)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.IsSpecialName);

    [Fact]
    public void Classes_are_sealed_static_or_meant_to_be_derived_from() =>
        AssertNone(Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }));

    [Fact]
    public void Nothing_inherits_more_than_once() =>
        AssertNone(Types.Where(type => type.BaseType?.BaseType is { } grand && grand.Namespace?.StartsWith("Cambrian", StringComparison.Ordinal) == true));

    [Fact]
    public void Names_say_what_a_thing_is() =>
        AssertNone(Types.Where(type => Vague.Any(ending => type.Name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal))));

    [Fact]
    public void Interfaces_have_few_members() =>
        AssertNone(Types.Where(type => type.IsInterface && type.GetMembers().Count(member => member is not MethodInfo { IsSpecialName: true }) > 4));

    [Fact]
    public void No_field_is_public_and_mutable() =>
        AssertNone(Types.Where(type => type.IsVisible && !type.IsEnum).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(field => !field.IsInitOnly && !field.IsLiteral));

    [Fact]
    public void Whatever_waits_takes_a_token() =>
        AssertNone(PublicMethods
            .Where(method => Waits(method.ReturnType) && method.Name != nameof(IAsyncDisposable.DisposeAsync) && method.GetBaseDefinition() == method)
            .Where(method => !StartsAtOnce.Contains($"{method.DeclaringType!.FullName}.{method.Name}"))
            .Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CancellationToken))));

    [Fact]
    public void Methods_have_at_most_five_parameters() => AssertNone(PublicMethods.Where(method => method.GetParameters().Length > MostParameters(method)));

    // A toolbox function takes its settings one by one: edits bring in and tune plain numbers, not option records.
    private static int MostParameters(MethodInfo method) => method.DeclaringType?.Assembly.GetName().Name == "Cambrian.Numerics" ? 6 : 5;

    private static bool Waits(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    private static void AssertNone(IEnumerable<MemberInfo> offenders) =>
        Assert.Empty(offenders.Select(member => member is Type type ? type.FullName : $"{member.DeclaringType?.FullName}.{member.Name}"));
}
