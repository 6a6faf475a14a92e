// An element with its properties, attributes (their names have a hyphen or are `role`) and children.
function element(name, properties = {}, ...children) {
  const made = dress(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function dress(element, properties) {
  for (const [key, value] of Object.entries(properties)) {
    if (key === "role" || key.includes("-")) element.setAttribute(key, value);
    else element[key] = value;
  }
  return element;
}
