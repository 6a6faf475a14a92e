// Creates an element with properties, attributes (`role`, `lang`, `dir`, names with a hyphen) and children.
function element(name, properties = {}, ...children) {
  const made = dress(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function dress(element, properties) {
  for (const [key, value] of Object.entries(properties)) {
    if (["role", "lang", "dir"].includes(key) || key.includes("-")) element.setAttribute(key, value);
    else element[key] = value;
  }
  return element;
}
