using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Tests;

/// <summary>The public surface of an assembly as text, sorted, one member a line.</summary>
internal static class PublicApi
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly) =>
        string.Concat(
            assembly
                .GetExportedTypes()
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => $"{Head(type)}\n{string.Concat(Members(type).Select(line => $"    {line}\n"))}\n")
        );

    private static string Head(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
            : type.IsValueType ? "struct"
            : (type.IsAbstract, type.IsSealed) switch
            {
                (true, true) => "static class",
                (true, false) => "abstract class",
                (false, true) => "sealed class",
                _ => "class",
            };
        var bases = type.GetInterfaces()
            .Where(one => one.IsPublic && !IsOfRecord(one, type))
            .Select(TypeName.Of)
            .Order(StringComparer.Ordinal);
        var parent = type.IsClass && type.BaseType is { } one && one != typeof(object) ? TypeName.Of(one) : null;
        var all = bases.Prepend(parent).OfType<string>().ToList();
        return $"{kind} {type.Namespace}.{TypeName.Of(type)}{(all.Count > 0 ? " : " : "")}{string.Join(", ", all)}";
    }

    private static bool IsOfRecord(Type face, Type type) =>
        type.IsEnum || face == typeof(IEquatable<>).MakeGenericType(type.IsByRefLike ? typeof(int) : type);

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(All)
            .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(Line)
            .OfType<string>()
            .Order(StringComparer.Ordinal);

    private static string? Line(MemberInfo member) =>
        member switch
        {
            FieldInfo { IsSpecialName: false } field when IsSeen(field) => Line(field),
            PropertyInfo property => Line(property),
            ConstructorInfo constructor when IsSeen(constructor) && !constructor.IsStatic =>
                $"{Access(constructor)}{TypeName.Simple(constructor.DeclaringType!)}({Parameters(constructor)})",
            MethodInfo method when IsSeen(method) && (!method.IsSpecialName || IsOperator(method)) => Line(method),
            _ => null,
        };

    private static string Line(FieldInfo field)
    {
        var value = field.IsLiteral
            ? $" = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
            : "";
        var kind =
            field.IsLiteral ? "const "
            : field.IsStatic ? "static "
            : "";
        return field.DeclaringType!.IsEnum
            ? $"{field.Name}{value}"
            : $"{kind}{(field.IsInitOnly ? "readonly " : "")}{TypeName.Of(field.FieldType)} {field.Name}{value}";
    }

    private static string? Line(PropertyInfo property)
    {
        var (get, set) = (property.GetMethod, property.SetMethod);
        var isRead = get is not null && IsSeen(get);
        if (!isRead && !(set is not null && IsSeen(set)))
        {
            return null;
        }

        var isInit = set?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var setter =
            set is null || !IsSeen(set) ? ""
            : isInit ? " init;"
            : " set;";
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        var type = TypeName.Of(property.PropertyType) + Mark(Nullability.Create(property));
        var index = property.GetIndexParameters().Length > 0 ? $"[{Parameters(get!)}]" : "";
        return $"{Access(get ?? set!)}{required}{type} {property.Name}{index} {{{(isRead ? " get;" : "")}{setter} }}";
    }

    private static string Line(MethodInfo method)
    {
        var result = TypeName.Of(method.ReturnType) + Mark(Nullability.Create(method.ReturnParameter));
        var generic = method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeName.Of))}>"
            : "";
        return $"{Access(method)}{result} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var kind =
            parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute))
                ? "params "
            : "";
        var value = parameter.HasDefaultValue
            ? $" = {Convert.ToString(parameter.DefaultValue ?? "default", CultureInfo.InvariantCulture)}"
            : "";
        return $"{kind}{TypeName.Of(parameter.ParameterType)}{Mark(Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Mark(NullabilityInfo info) =>
        info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "";

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        var kind =
            method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : method.IsVirtual && !method.IsFinal && IsOverride(method) ? "override "
            : method.IsVirtual && !method.IsFinal ? "virtual "
            : "";
        return access + kind;
    }

    private static bool IsOverride(MethodBase method) => method is MethodInfo own && own.GetBaseDefinition() != own;

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;
}
